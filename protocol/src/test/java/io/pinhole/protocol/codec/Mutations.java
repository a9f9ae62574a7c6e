package io.pinhole.protocol.codec;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.SplittableRandom;

/** Makes input from good frames: untouched, damaged in one of many ways, joined, or pure noise. */
final class Mutations {

    private static final int MOST_FRAMES = 4;
    private static final int MOST_NOISE = 64;
    private static final int CONTROL = 0;
    private static final int DELTA = 2;
    private static final int FIRST = 4;
    private static final int LAST = 8;
    private static final int[] EDGES = {0, 1, 0x7f, 0x80, 0xff, 0x08, 0x0b, 0x12};

    private final List<byte[]> good;
    private final SplittableRandom random;

    Mutations(List<byte[]> good, SplittableRandom random) {
        this.good = good;
        this.random = random;
    }

    /** Appends the next input: a few frames, each of which may be damaged. */
    void next(ByteBuf out) {
        int frames = 1 + random.nextInt(MOST_FRAMES);
        for (int i = 0; i < frames; i++) {
            out.writeBytes(mutated(good.get(random.nextInt(good.size()))));
        }
    }

    private byte[] mutated(byte[] frame) {
        return switch (random.nextInt(10)) {
            case 0 -> frame;
            case 1 -> truncated(frame);
            case 2 -> relengthed(truncated(frame));
            case 3 -> retyped(frame);
            case 4 -> withAnotherLength(frame);
            case 5 -> relengthed(spliced(frame, good.get(random.nextInt(good.size()))));
            case 6 -> asFragment(frame);
            case 7 -> noise();
            default -> flipped(frame);
        };
    }

    private byte[] flipped(byte[] frame) {
        byte[] flipped = frame.clone();
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
            int at = random.nextInt(flipped.length);
            flipped[at] = random.nextBoolean()
                    ? (byte) (flipped[at] ^ 1 << random.nextInt(8))
                    : (byte) EDGES[random.nextInt(EDGES.length)];
        }
        return flipped;
    }

    private byte[] truncated(byte[] frame) {
        byte[] truncated = new byte[random.nextInt(frame.length) + 1];
        System.arraycopy(frame, 0, truncated, 0, truncated.length);
        return truncated;
    }

    private byte[] retyped(byte[] frame) {
        byte[] retyped = frame.clone();
        int typeAt = lengthBytes(frame);
        if (typeAt < retyped.length) {
            retyped[typeAt] = good.get(random.nextInt(good.size()))[1];
        }
        return retyped;
    }

    private byte[] withAnotherLength(byte[] frame) {
        byte[] edited = frame.clone();
        edited[0] = (byte) (edited[0] + random.nextInt(-3, 4));
        return edited;
    }

    private byte[] spliced(byte[] head, byte[] tail) {
        int headBytes = random.nextInt(head.length) + 1;
        int tailFrom = random.nextInt(tail.length);
        byte[] spliced = new byte[headBytes + tail.length - tailFrom];
        System.arraycopy(head, 0, spliced, 0, headBytes);
        System.arraycopy(tail, tailFrom, spliced, headBytes, tail.length - tailFrom);
        return spliced;
    }

    /** The body under a length that is right again. */
    private static byte[] relengthed(byte[] frame) {
        int bodyAt = Math.min(lengthBytes(frame), frame.length - 1);
        return withLength(frame, bodyAt);
    }

    /** The frame, without its length, as (a part of) what a fragment carries; often of the right class and total. */
    private byte[] asFragment(byte[] frame) {
        int bareAt = Math.min(lengthBytes(frame), frame.length - 1);
        int bare = frame.length - bareAt;
        boolean first = random.nextInt(4) > 0;
        boolean whole = random.nextBoolean();
        ByteArrayOutputStream fragment = new ByteArrayOutputStream();
        fragment.write(0x03);
        fragment.write((random.nextInt(4) == 0 ? random.nextInt(4) : likelyClass(frame[bareAt]))
                | (first ? FIRST : 0)
                | (whole ? LAST : 0));
        if (first) {
            fragment.writeBytes(varint(random.nextInt(8) == 0 ? random.nextInt(1 << 14) : bare));
        }
        fragment.write(frame, bareAt, whole ? bare : random.nextInt(bare) + 1);
        return withLength(fragment.toByteArray(), 0);
    }

    private static int likelyClass(byte type) {
        return type >= 0x40 ? DELTA : CONTROL;
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + random.nextInt(MOST_NOISE)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] withLength(byte[] bytes, int from) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(varint(bytes.length - from));
        frame.write(bytes, from, bytes.length - from);
        return frame.toByteArray();
    }

    private static byte[] varint(int value) {
        byte[] varint = new byte[Lengths.bytes(value)];
        for (int i = 0, rest = value; i < varint.length; i++, rest >>= 7) {
            varint[i] = (byte) (rest & 0x7f | (i < varint.length - 1 ? 0x80 : 0));
        }
        return varint;
    }

    private static int lengthBytes(byte[] frame) {
        int bytes = 1;
        while (bytes < frame.length && frame[bytes - 1] < 0) {
            bytes++;
        }
        return bytes;
    }
}
