package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;

/**
 * Bodies of batches and snapshots: a flag byte (0 plain, 1 LZ4), for LZ4 the plain size (varint) and one LZ4 block,
 * else the bytes as they are. LZ4 is used from 256 bytes on, only when it saves at least 5 %, and not for what would unpack
 * to more than 100 times its size: nobody could tell it from an attack on memory.
 */
final class Packing {

    private static final int PLAIN = 0;
    private static final int LZ4 = 1;
    private static final int MIN_BYTES = 256;
    private static final int MAX_RATIO = 100;
    private static final LZ4Factory CODEC = LZ4Factory.safeInstance();

    private Packing() {}

    static void pack(byte[] plain, ByteBuf out) {
        if (plain.length >= MIN_BYTES) {
            byte[] packed = CODEC.fastCompressor().compress(plain);
            if (packed.length <= plain.length * 0.95 && plain.length <= (long) packed.length * MAX_RATIO) {
                out.writeByte(LZ4);
                Wire.writeVarint(out, plain.length);
                out.writeBytes(packed);
                return;
            }
        }
        out.writeByte(PLAIN);
        out.writeBytes(plain);
    }

    /** The plain bytes, so many at most; the caller releases them. Consumes the whole input. */
    static ByteBuf unpack(ByteBuf in, int maxBytes) throws WireException {
        if (!in.isReadable()) {
            throw WireException.malformed("a batch without its flag byte");
        }
        int flag = in.readUnsignedByte();
        return switch (flag) {
            case PLAIN -> in.readRetainedSlice(in.readableBytes());
            case LZ4 -> inflate(in, maxBytes);
            default -> throw WireException.malformed("unknown compression " + flag);
        };
    }

    private static ByteBuf inflate(ByteBuf in, int maxBytes) throws WireException {
        int size = Wire.readVarint(in, "plain size");
        int packedSize = in.readableBytes();
        if (size > maxBytes || size > (long) packedSize * MAX_RATIO) {
            throw WireException.malformed(packedSize + " bytes that claim to unpack to " + size);
        }
        byte[] packed = new byte[packedSize];
        in.readBytes(packed);
        byte[] plain = new byte[size];
        try {
            int actual = CODEC.safeDecompressor().decompress(packed, 0, packedSize, plain, 0, size);
            if (actual != size) {
                throw WireException.malformed("a batch of " + actual + " bytes that claims " + size);
            }
        } catch (LZ4Exception e) {
            throw WireException.malformed("a batch that is not LZ4: " + e.getMessage());
        }
        return Unpooled.wrappedBuffer(plain);
    }
}
