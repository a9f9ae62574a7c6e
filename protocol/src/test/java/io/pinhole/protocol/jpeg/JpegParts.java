package io.pinhole.protocol.jpeg;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Pieces to build a JPEG file of, right or wrong; put together as in {@link #grey()} they make 8 x 8 grey pixels. */
final class JpegParts {

    static final byte[] SOI = bytes(0xFF, 0xD8);
    static final byte[] EOI = bytes(0xFF, 0xD9);
    /** The codes for no difference and end of block, both a zero bit; then padding. */
    static final byte[] DATA = bytes(0x3F);

    private JpegParts() {}

    static byte[] grey() {
        return join(SOI, quantization(0), frame(Marker.SOF0, 8, 8), huffman(0x00), huffman(0x10), scan(), DATA, EOI);
    }

    /** As {@link #grey()}, with restart markers that are in order. */
    static byte[] withRestarts(int restarts) {
        byte[] file = join(SOI, quantization(0), frame(Marker.SOF0, 8, 8 + 8 * restarts), huffman(0x00), huffman(0x10));
        file = join(file, segment(Marker.DRI, 0, 1), scan(), DATA);
        for (int restart = 0; restart < restarts; restart++) {
            file = join(file, bytes(0xFF, Marker.RST0 + restart % 8), DATA);
        }
        return join(file, EOI);
    }

    /** As {@link #grey()}, with more components, each in a scan of its own. */
    static byte[] ofComponents(int components) {
        byte[] header = bytes(8, 0, 8, 0, 8, components);
        byte[] scans = new byte[0];
        for (int id = 1; id <= components; id++) {
            header = join(header, bytes(id, 0x11, 0));
            scans = join(scans, segment(Marker.SOS, 1, id, 0x00, 0, 63, 0), DATA);
        }
        return join(SOI, quantization(0), segment(Marker.SOF0, header), huffman(0x00), huffman(0x10), scans, EOI);
    }

    static byte[] behindSoi(byte[] file, byte[]... segments) {
        return join(SOI, join(segments), Arrays.copyOfRange(file, SOI.length, file.length));
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        IntStream.range(0, values.length).forEach(at -> bytes[at] = (byte) values[at]);
        return bytes;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] segment(int marker, int... content) {
        int length = content.length + 2;
        return join(bytes(0xFF, marker, length >> 8, length), bytes(content));
    }

    static byte[] segment(int marker, byte[]... contents) {
        byte[] content = join(contents);
        int length = content.length + 2;
        return join(bytes(0xFF, marker, length >> 8, length), content);
    }

    static byte[] quantization(int id) {
        return segment(Marker.DQT, join(bytes(id), new byte[64]));
    }

    /** One code of one bit, for the value 0. */
    static byte[] huffman(int classAndId) {
        return segment(Marker.DHT, join(bytes(classAndId, 1), new byte[16]));
    }

    static byte[] frame(int marker, int width, int height) {
        return segment(marker, 8, height >> 8, height & 0xFF, width >> 8, width & 0xFF, 1, 1, 0x11, 0);
    }

    static byte[] scan() {
        return segment(Marker.SOS, 1, 1, 0x00, 0, 63, 0);
    }

    static byte[] progressiveScan(int first, int last, int bits) {
        return segment(Marker.SOS, 1, 1, 0x00, first, last, bits);
    }
}
