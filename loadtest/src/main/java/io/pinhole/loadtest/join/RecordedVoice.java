package io.pinhole.loadtest.join;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.pinhole.protocol.frame.SpeakAt;
import io.pinhole.protocol.frame.Voice;
import java.util.Arrays;

/** A recording as Opus, said once or over and over, at the bit rate and in frames of the length that the relay says. */
final class RecordedVoice implements VoiceSource {

    /** Until the relay has said something else. */
    private static final SpeakAt FIRST = new SpeakAt(16_000, Voice.Duration.MILLIS_20.millis(), 60);

    private static final int LEAST_BITS_PER_SECOND = 6_000;
    private static final int MOST_BITS_PER_SECOND = 64_000;
    private static final int NARROW_HERTZ = 16_000;
    private static final int WIDE_HERTZ = 48_000;
    private static final int MAX_OPUS_BYTES = 1275;
    private static final double DECIBELS_A_LEVEL = 4;
    private static final int MAX_LEVEL = 15;

    private final short[] samples;
    private final int samplesAMilli;
    private final boolean looped;
    private final OpusEncoder encoder;
    private volatile SpeakAt told = FIRST;

    private RecordedVoice(Recording heard, boolean looped) throws OpusException {
        this.samplesAMilli = heard.hertz() / 1000;
        int shortest = samplesAMilli * Voice.Duration.MILLIS_20.millis();
        this.samples = Arrays.copyOf(heard.samples(), heard.samples().length / shortest * shortest);
        this.looped = looped;
        this.encoder = new OpusEncoder(heard.hertz(), 1, OpusApplication.OPUS_APPLICATION_VOIP);
    }

    /** @throws IllegalArgumentException if it is shorter than 20 ms */
    static RecordedVoice of(Recording recording, boolean looped) {
        Recording heard = recording.at(recording.hertz() <= NARROW_HERTZ ? NARROW_HERTZ : WIDE_HERTZ);
        if (heard.samples().length < heard.hertz() / 1000 * Voice.Duration.MILLIS_20.millis()) {
            throw new IllegalArgumentException("the recording is shorter than 20 ms");
        }
        try {
            return new RecordedVoice(heard, looped);
        } catch (OpusException e) {
            throw new IllegalStateException("Opus refuses " + heard.hertz() + " Hz", e);
        }
    }

    @Override
    public void speakAt(SpeakAt newest) {
        told = newest;
    }

    @Override
    public Voice.Duration duration() {
        return duration(told);
    }

    /** The longest that is not longer than was said. */
    private static Voice.Duration duration(SpeakAt at) {
        Voice.Duration longest = Voice.Duration.MILLIS_10;
        for (Voice.Duration duration : Voice.Duration.values()) {
            if (duration.millis() <= at.frameMillis()) {
                longest = duration;
            }
        }
        return longest;
    }

    @Override
    public boolean has(long millis) {
        return looped || millis * samplesAMilli < samples.length;
    }

    @Override
    public Spoken frame(Turn turn) {
        SpeakAt at = told;
        Voice.Duration duration = duration(at);
        short[] said = cut(turn.millis() * samplesAMilli, duration.millis() * samplesAMilli);
        encoder.setBitrate(Math.max(LEAST_BITS_PER_SECOND, Math.min(MOST_BITS_PER_SECOND, at.bitsPerSecond())));
        byte[] out = new byte[MAX_OPUS_BYTES];
        try {
            int bytes = encoder.encode(said, 0, said.length, out, 0, out.length);
            return new Spoken(Arrays.copyOf(out, bytes), duration, level(said));
        } catch (OpusException e) {
            throw new IllegalStateException("Opus refuses " + duration.millis() + " ms", e);
        }
    }

    /** From the start again behind the end, or silence there. */
    private short[] cut(long from, int count) {
        short[] piece = new short[count];
        for (int i = 0; i < count; i++) {
            long at = from + i;
            piece[i] = looped || at < samples.length ? samples[(int) (at % samples.length)] : 0;
        }
        return piece;
    }

    /** 15 for full scale, one less for every 4 dB. */
    private static int level(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        double ofFullScale = Math.sqrt(sum / samples.length) / Short.MAX_VALUE;
        double decibels = 20 * Math.log10(Math.max(ofFullScale, 1e-6));
        return (int) Math.max(0, Math.round(MAX_LEVEL + decibels / DECIBELS_A_LEVEL));
    }
}
