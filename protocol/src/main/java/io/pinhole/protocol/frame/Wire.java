package io.pinhole.protocol.frame;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Small readers and writers that several frames share. */
final class Wire {

    /** Our messages nest five deep; more is an attack on the stack. */
    private static final int MAX_NESTING = 16;

    interface Reader<A, B> {
        B read(A message) throws WireException;
    }

    private Wire() {}

    /** Reads a protobuf message that fills the rest of the buffer. */
    static <M extends MessageLite> M parse(Parser<M> parser, ByteBuf in) throws WireException {
        CodedInputStream coded = CodedInputStream.newInstance(in.nioBuffer());
        coded.setRecursionLimit(MAX_NESTING);
        try {
            M message = parser.parseFrom(coded);
            in.skipBytes(in.readableBytes());
            return message;
        } catch (InvalidProtocolBufferException e) {
            throw WireException.malformed("not a valid message: " + e.getMessage());
        }
    }

    static void write(ByteBuf out, MessageLite message) {
        out.writeBytes(message.toByteArray());
    }

    /** As {@link #parse}, of a body that may be compressed, but must not be larger than its type for that. */
    static <M extends MessageLite> M parsePacked(Parser<M> parser, ByteBuf in, FrameType type) throws WireException {
        ByteBuf plain = Packing.unpack(in, type.maxBody());
        try {
            return parse(parser, plain);
        } finally {
            plain.release();
        }
    }

    static void writePacked(ByteBuf out, MessageLite message) {
        Packing.pack(message.toByteArray(), out);
    }

    static <A, B> List<B> map(List<A> messages, Reader<A, B> reader) throws WireException {
        List<B> values = new ArrayList<>(messages.size());
        for (A message : messages) {
            values.add(reader.read(message));
        }
        return values;
    }

    static <A, B> List<B> messages(List<A> values, Function<A, B> writer) {
        return values.stream().map(writer).toList();
    }

    static long unsigned(long value, String what) throws WireException {
        if (value < 0) {
            throw WireException.malformed(what + " is larger than 63 bits");
        }
        return value;
    }

    static PersonId person(String value) throws WireException {
        try {
            return new PersonId(value);
        } catch (IllegalArgumentException e) {
            throw WireException.malformed(String.valueOf(e.getMessage()));
        }
    }

    static CallId call(String value) throws WireException {
        try {
            return new CallId(value);
        } catch (IllegalArgumentException e) {
            throw WireException.malformed(String.valueOf(e.getMessage()));
        }
    }

    static <E extends Enum<E>, V> E known(E[] values, Function<E, V> wire, V value, String what) throws WireException {
        for (E candidate : values) {
            if (wire.apply(candidate).equals(value)) {
                return candidate;
            }
        }
        throw WireException.malformed("unknown " + what + " " + value);
    }

    /** Unsigned LEB128 of at most 28 bits (4 bytes). */
    static int readVarint(ByteBuf in, String what) throws WireException {
        int value = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            if (!in.isReadable()) {
                throw WireException.malformed(what + " is cut off");
            }
            byte b = in.readByte();
            value |= (b & 0x7f) << shift;
            if (b >= 0) {
                if (b == 0 && shift > 0) {
                    throw WireException.malformed(what + " is padded");
                }
                return value;
            }
        }
        throw WireException.malformed(what + " is longer than 28 bits");
    }

    static void writeVarint(ByteBuf out, int value) {
        assert value >= 0 && value < 1 << 28 : value;
        int rest = value;
        while (rest > 0x7f) {
            out.writeByte(rest | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    static int varintBytes(int value) {
        return value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : 4;
    }
}
