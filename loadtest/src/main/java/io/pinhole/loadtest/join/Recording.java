package io.pinhole.loadtest.join;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sound with one channel. */
final class Recording {

    private static final int PCM = 1;
    private static final int BITS = 16;
    private static final int RIFF_HEADER_BYTES = 12;
    private static final int CHUNK_HEADER_BYTES = 8;

    private final short[] samples;
    private final int hertz;

    Recording(short[] samples, int hertz) {
        this.samples = samples;
        this.hertz = hertz;
    }

    /** Shared, not to be changed. */
    short[] samples() {
        return samples;
    }

    int hertz() {
        return hertz;
    }

    /** @throws IOException if the file cannot be read, or is not a WAV file of 16 bits */
    static Recording ofWav(Path file) throws IOException {
        return ofWav(Files.readAllBytes(file), file.toString());
    }

    static Recording ofWav(byte[] bytes, String name) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < RIFF_HEADER_BYTES
                || !tag(in).equals("RIFF")
                || !tag(in.position(8)).equals("WAVE")) {
            throw new IOException(name + " is not a WAV file");
        }
        int channels = 0;
        int hertz = 0;
        while (in.remaining() >= CHUNK_HEADER_BYTES) {
            String tag = tag(in);
            ByteBuffer chunk = body(in);
            if (tag.equals("fmt ") && chunk.remaining() >= 16) {
                int format = chunk.getShort() & 0xffff;
                channels = chunk.getShort();
                hertz = chunk.getInt();
                int bits = chunk.getShort(chunk.position() + 6);
                if (format != PCM || bits != BITS || channels < 1 || channels > 2 || hertz < 1) {
                    throw new IOException(name + " must be PCM of 16 bits, mono or stereo");
                }
            } else if (tag.equals("data") && channels > 0) {
                return new Recording(mixed(chunk, channels), hertz);
            }
        }
        throw new IOException(name + " is a WAV file without sound");
    }

    private static String tag(ByteBuffer in) {
        byte[] tag = new byte[4];
        in.get(tag);
        return new String(tag, StandardCharsets.US_ASCII);
    }

    /** The next chunk's body; chunks begin at even offsets. */
    private static ByteBuffer body(ByteBuffer in) {
        int size = (int) Math.min(Integer.toUnsignedLong(in.getInt()), in.remaining());
        ByteBuffer body = in.slice(in.position(), size).order(ByteOrder.LITTLE_ENDIAN);
        in.position(Math.min(in.limit(), in.position() + size + (size & 1)));
        return body;
    }

    private static short[] mixed(ByteBuffer pcm, int channels) {
        short[] mono = new short[pcm.remaining() / (2 * channels)];
        for (int i = 0; i < mono.length; i++) {
            int sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += pcm.getShort();
            }
            mono[i] = (short) (sum / channels);
        }
        return mono;
    }

    /** The same sound at another rate, on straight lines between the samples. */
    Recording at(int newHertz) {
        if (newHertz == hertz) {
            return this;
        }
        short[] resampled = new short[(int) ((long) samples.length * newHertz / hertz)];
        for (int i = 0; i < resampled.length; i++) {
            double at = (double) i * hertz / newHertz;
            int before = (int) at;
            int after = Math.min(before + 1, samples.length - 1);
            resampled[i] = (short) Math.round(samples[before] + (at - before) * (samples[after] - samples[before]));
        }
        return new Recording(resampled, newHertz);
    }
}
