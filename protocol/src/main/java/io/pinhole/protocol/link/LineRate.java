package io.pinhole.protocol.link;

/**
 * The rate of a line at its far end: from pairs ({@link Dispersion}), as long as its delay is steady; if it is not
 * ({@link Jitter}), from spells in which the line was never idle, so long that the jitter at both ends hardly counts, and
 * roughly from many pairs until there was such a spell. Pure; milliseconds, bytes, bytes a millisecond.
 */
final class LineRate {

    /** How much longer than the jitter a spell is. */
    private static final double SPELL = 8;

    /** A spell that was so much slower than pairs tell is the end of what they told: pairs that come now are of today. */
    private static final double FALLEN = 0.5;

    /** Sizes are corrected for by a rate that is rather too high, so that no queue is taken for a matter of size. */
    private static final double FOR_SIZES = 1.3;

    private final Dispersion dispersion = new Dispersion();
    private final RoughRate rough = new RoughRate();
    private int spellBytes;
    private double spellMillis;

    /** 0 while it is not known. */
    double rate(Jitter jitter) {
        return jitter.isNotable() || dispersion.rate() == 0
                ? Math.max(dispersion.rate(), rough.cautious(jitter.high()))
                : dispersion.rate();
    }

    /** What a record's size is divided by; infinite while nothing is known. */
    double forSizes() {
        double rate = dispersion.rate() > 0 ? dispersion.rate() : FOR_SIZES * rough.likely();
        return rate > 0 ? rate : Double.POSITIVE_INFINITY;
    }

    /** Where the delay is steady. */
    Dispersion pairs() {
        return dispersion;
    }

    /** What is known of the jitter has changed: short samples say nothing any more, or something again. */
    void onJitter(Jitter jitter) {
        dispersion.onlyFrom(leastMillis(jitter), rough);
    }

    /**
     * A record came after another, and the line was not idle between.
     *
     * @param together they were written in one go
     * @param late how much longer than on an empty line it took
     * @param trusted nothing was repaired lately
     */
    void onBusy(int bytes, double millis, boolean together, double late, boolean trusted, Jitter jitter) {
        if (together) {
            rough.onPair(bytes, millis);
        }
        spellBytes += bytes;
        spellMillis += millis;
        if (spellMillis > leastMillis(jitter)) {
            if (spellBytes / spellMillis < FALLEN * rough.likely()) {
                rough.clear();
            }
            dispersion.onPair(spellBytes, spellMillis, late, trusted);
            onIdle();
        }
    }

    /** The line may have been idle, or what came was held back for something lost. */
    void onIdle() {
        spellBytes = 0;
        spellMillis = 0;
    }

    private static double leastMillis(Jitter jitter) {
        return jitter.isNotable() ? SPELL * jitter.high() : 0;
    }
}
