package io.pinhole.protocol.jpeg;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Spoils JPEG files a little, in the ways that parsers trip over. */
final class JpegMutator {

    private static final int[] TELLING = {0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF, 0xC0, 0xC2, 0xC4, 0xD0, 0xD8, 0xD9, 0xDA};

    private final List<byte[]> files;
    private final SplittableRandom random;

    JpegMutator(List<byte[]> files, SplittableRandom random) {
        this.files = files;
        this.random = random;
    }

    /** One of the files with up to three faults; one of ten is left as it is, and one of fifty is noise. */
    byte[] next() {
        if (random.nextInt(50) == 0) {
            return noise(random.nextInt(300));
        }
        byte[] file = anyFile();
        int faults = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(3);
        for (int fault = 0; fault < faults; fault++) {
            file = spoil(file);
        }
        return file;
    }

    private byte[] spoil(byte[] file) {
        if (file.length < 4) {
            return noise(10);
        }
        int at = random.nextInt(file.length - 3);
        int length = random.nextInt(Math.min(64, file.length - at));
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(file, at);
            case 1 -> with(file, at, file[at] ^ 1 << random.nextInt(8));
            case 2 -> with(file, at, TELLING[random.nextInt(TELLING.length)]);
            case 3 -> editLength(file, at);
            case 4 -> replace(file, at, 0, JpegParts.bytes(0xFF, random.nextInt(256)));
            case 5 -> replace(file, at, length, new byte[0]);
            case 6 -> replace(file, at, 0, Arrays.copyOfRange(file, at, at + length));
            case 7 -> replace(file, at, length, noise(length));
            default -> splice(file, at);
        };
    }

    /** Changes the length of the next marker segment. */
    private byte[] editLength(byte[] file, int from) {
        int at = from;
        while (at < file.length - 4 && (file[at] != (byte) 0xFF || file[at + 1] == 0)) {
            at++;
        }
        int change = random.nextBoolean() ? random.nextInt(-3, 4) : random.nextInt(0x10000);
        int length = ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF) + change;
        return with(with(file, at + 2, length >> 8), at + 3, length);
    }

    private byte[] splice(byte[] file, int at) {
        byte[] other = anyFile();
        byte[] rest = Arrays.copyOfRange(other, random.nextInt(other.length), other.length);
        return JpegParts.join(Arrays.copyOf(file, at), rest);
    }

    private byte[] anyFile() {
        return files.get(random.nextInt(files.size()));
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] with(byte[] file, int at, int value) {
        byte[] changed = file.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static byte[] replace(byte[] file, int at, int length, byte[] by) {
        return JpegParts.join(Arrays.copyOf(file, at), by, Arrays.copyOfRange(file, at + length, file.length));
    }
}
