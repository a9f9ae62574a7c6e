package io.pinhole.loadtest.poor.plain;

import io.netty.buffer.ByteBuf;
import io.pinhole.loadtest.join.NumberedFrame;
import java.util.Random;
import java.util.UUID;

/** What people send each other; the relay passes it on as it is. Each begins with a byte that says what it is. */
sealed interface Message {

    int MAX_BYTES = 20 * 1024;

    void write(ByteBuf out);

    /** @throws IllegalArgumentException if it is none of them */
    static Message read(ByteBuf in) {
        return switch (in.readByte()) {
            case Voice.KIND -> Voice.readBody(in);
            case Note.KIND -> new Note(new NumberedFrame(in.readInt(), in.readLong()), in.readableBytes());
            case Piece.KIND -> Piece.readBody(in);
            default -> throw new IllegalArgumentException("unknown message");
        };
    }

    /** A frame of voice, numbered. */
    record Voice(NumberedFrame number, int length) implements Message {

        private static final byte KIND = 1;

        private static Voice readBody(ByteBuf in) {
            NumberedFrame number =
                    NumberedFrame.of(in).orElseThrow(() -> new IllegalArgumentException("voice without a number"));
            return new Voice(number, in.readableBytes());
        }

        @Override
        public void write(ByteBuf out) {
            out.writeByte(KIND).writeBytes(number.payload(length));
        }
    }

    /** A note: its number, and when it was due, and as many bytes more. */
    record Note(NumberedFrame number, int more) implements Message {

        private static final byte KIND = 2;

        @Override
        public void write(ByteBuf out) {
            byte[] filler = new byte[more];
            new Random(number.seq()).nextBytes(filler);
            out.writeByte(KIND).writeInt(number.seq()).writeLong(number.due()).writeBytes(filler);
        }
    }

    /** A piece of a file. */
    record Piece(UUID photo, boolean isPreview, int offset, int total, ByteBuf bytes) implements Message {

        private static final byte KIND = 3;

        private static Piece readBody(ByteBuf in) {
            return new Piece(
                    new UUID(in.readLong(), in.readLong()),
                    in.readBoolean(),
                    in.readInt(),
                    in.readInt(),
                    in.readSlice(in.readableBytes()));
        }

        String rendition() {
            return isPreview ? "preview" : "working";
        }

        int length() {
            return bytes.readableBytes();
        }

        @Override
        public void write(ByteBuf out) {
            out.writeByte(KIND)
                    .writeLong(photo.getMostSignificantBits())
                    .writeLong(photo.getLeastSignificantBits())
                    .writeBoolean(isPreview)
                    .writeInt(offset)
                    .writeInt(total)
                    .writeBytes(bytes, bytes.readerIndex(), length());
        }
    }
}
