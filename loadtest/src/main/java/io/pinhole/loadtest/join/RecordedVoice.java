package io.pinhole.loadtest.join;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.pinhole.protocol.frame.Voice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A recording as Opus, said once or over and over. */
final class RecordedVoice implements VoiceSource {

    private static final int BITS_PER_SECOND = 16_000;
    private static final int NARROW_HERTZ = 16_000;
    private static final int WIDE_HERTZ = 48_000;
    private static final int MAX_OPUS_BYTES = 1275;
    private static final double DECIBELS_A_LEVEL = 4;
    private static final int MAX_LEVEL = 15;

    private final List<Spoken> frames;
    private final boolean looped;

    private RecordedVoice(List<Spoken> frames, boolean looped) {
        this.frames = frames;
        this.looped = looped;
    }

    /** @throws IllegalArgumentException if it is shorter than a frame */
    static RecordedVoice of(Recording recording, boolean looped) {
        Recording heard = recording.at(recording.hertz() <= NARROW_HERTZ ? NARROW_HERTZ : WIDE_HERTZ);
        int samples = heard.hertz() * Voice.Duration.MILLIS_20.millis() / 1000;
        if (heard.samples().length < samples) {
            throw new IllegalArgumentException("the recording is shorter than 20 ms");
        }
        try {
            return new RecordedVoice(encode(heard, samples), looped);
        } catch (OpusException e) {
            throw new IllegalStateException("Opus refuses " + heard.hertz() + " Hz", e);
        }
    }

    private static List<Spoken> encode(Recording recording, int samples) throws OpusException {
        OpusEncoder encoder = new OpusEncoder(recording.hertz(), 1, OpusApplication.OPUS_APPLICATION_VOIP);
        encoder.setBitrate(BITS_PER_SECOND);
        List<Spoken> frames = new ArrayList<>();
        byte[] out = new byte[MAX_OPUS_BYTES];
        for (int at = 0; at + samples <= recording.samples().length; at += samples) {
            int bytes = encoder.encode(recording.samples(), at, samples, out, 0, out.length);
            frames.add(new Spoken(Arrays.copyOf(out, bytes), level(recording.samples(), at, samples)));
        }
        return frames;
    }

    /** 15 for full scale, one less for every 4 dB. */
    private static int level(short[] samples, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (double) samples[i] * samples[i];
        }
        double ofFullScale = Math.sqrt(sum / count) / Short.MAX_VALUE;
        double decibels = 20 * Math.log10(Math.max(ofFullScale, 1e-6));
        return (int) Math.max(0, Math.round(MAX_LEVEL + decibels / DECIBELS_A_LEVEL));
    }

    @Override
    public Voice.Duration duration() {
        return Voice.Duration.MILLIS_20;
    }

    @Override
    public boolean has(int seq) {
        return looped || seq < frames.size();
    }

    @Override
    public Spoken frame(int seq, long due) {
        return frames.get(seq % frames.size());
    }
}
