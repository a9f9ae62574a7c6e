package io.pinhole.relay.call;

import io.pinhole.protocol.frame.SpeakAt;
import io.pinhole.protocol.link.Tempo;

/**
 * How to speak on lines of different rates, from the best to the worst. A slower line first gets fuller bundles, then
 * less bits a second, and at last longer frames, which cost less for the same sound.
 */
enum Rung {
    FAST(600_000, 24_000, 20),
    GOOD(200_000, 24_000, 20),
    FAIR(96_000, 16_000, 20),
    POOR(48_000, 12_000, 20),
    BAD(24_000, 8_000, 60),
    WORST(1, 6_000, 60);

    /** While nothing is known of any line. */
    static final Rung FIRST = FAIR;

    private final int leastBitsPerSecond;
    private final int bitsPerSecond;
    private final int frameMillis;

    /**
     * @param leastBitsPerSecond that a line must have, headers and all
     * @param bitsPerSecond of Opus
     */
    Rung(int leastBitsPerSecond, int bitsPerSecond, int frameMillis) {
        this.leastBitsPerSecond = leastBitsPerSecond;
        this.bitsPerSecond = bitsPerSecond;
        this.frameMillis = frameMillis;
    }

    /** @param bitsPerSecond for one voice; infinite while that is not known */
    static Rung of(double bitsPerSecond) {
        if (bitsPerSecond == Double.POSITIVE_INFINITY) {
            return FIRST;
        }
        for (Rung rung : values()) {
            if (bitsPerSecond >= rung.leastBitsPerSecond) {
                return rung;
            }
        }
        return WORST;
    }

    SpeakAt speakAt() {
        return new SpeakAt(bitsPerSecond, frameMillis, Tempo.bundleMillis(leastBitsPerSecond, frameMillis));
    }
}
