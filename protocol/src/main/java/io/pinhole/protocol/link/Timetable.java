package io.pinhole.protocol.link;

/**
 * When a link writes its next record. All that waits goes together, so the question is only whether anything makes it
 * time: voice once a tick, deltas, patient control and feedback with it or a little later, photos with it on a slow line and whenever the
 * queue has run down to its target on a fast one. Pure; milliseconds.
 */
final class Timetable {

    /** A frame that comes a little early is not made to wait for a tick of its own. */
    private static final double EARLY_SHARE_OF_TICK = 0.25;

    private static final double EARLY_SHARE_OF_PERIOD = 0.75;
    private static final double JUST_NOW_MILLIS = 2;

    /** As long as somebody has spoken so few ticks ago, what can ride with voice waits for it. */
    private static final double TALKING_TICKS = 1.5;

    private static final double RIDE_MILLIS = 5;

    /** TCP acknowledges each packet on the way back, at the cost of what comes there: photos, on a slow line. */
    private static final double SPARING_TICKS = 4;

    private double flushedAt = Double.NEGATIVE_INFINITY;
    private double voiceFlushedAt = Double.NEGATIVE_INFINITY;
    private double spokenAt = Double.NEGATIVE_INFINITY;
    private double wakeAt;
    private boolean sparing;

    /**
     * What waits to be written.
     *
     * @param feedbackDueAt infinite if there is nothing to tell
     */
    record Waiting(Control control, boolean voice, boolean delta, double feedbackDueAt, boolean urgentFeedback) {

        /** Deltas must not overtake the control that they refer to. */
        Waiting ofClosedGate() {
            return new Waiting(Control.NONE, voice, false, feedbackDueAt, urgentFeedback);
        }

        /** Voice and deltas stay where voice can still grow old and deltas can still be merged. */
        Waiting ofStalledLine() {
            return new Waiting(control, false, false, feedbackDueAt, urgentFeedback);
        }
    }

    /** What control waits. */
    enum Control {
        NONE,
        /** Which can wait for something to ride with. */
        PATIENT,
        PRESSING
    }

    /**
     * The pace of the moment.
     *
     * @param tick between two flushes of voice
     * @param period of a voice frame
     */
    record Pace(double tick, double period) {
        boolean isImmediate() {
            return tick <= period;
        }
    }

    /** Whether deltas, without voice, should leave in fewer packets than else. */
    void spare(boolean packets) {
        sparing = packets;
    }

    void onSpoken(double now) {
        spokenAt = now;
    }

    void onFlushed(double now, boolean withVoice) {
        flushedAt = now;
        if (withVoice) {
            voiceFlushedAt = now;
        }
    }

    /** Whether any of it should go now. */
    boolean isDue(Waiting waiting, Pace pace, double now) {
        wakeAt = Double.POSITIVE_INFINITY;
        boolean feedback = isTime(feedbackAt(waiting, pace, now), now);
        boolean voice = waiting.voice && (pace.isImmediate() || isTime(voiceAt(pace, now), now));
        boolean rider = waiting.delta || waiting.control == Control.PATIENT;
        boolean delta = rider && (pace.isImmediate() || isTime(deltaAt(pace, now), now));
        return waiting.control == Control.PRESSING || voice || delta || feedback;
    }

    /**
     * Whether a piece of a photo is reason enough to write.
     *
     * @param ridesWithVoice a tick's worth of photo fits into one packet
     * @param overTarget how long it takes until the queue is down to its target
     */
    boolean isPhotoDue(boolean ridesWithVoice, double overTarget, Pace pace, double now) {
        double at =
                ridesWithVoice ? flushedAt + (isTalking(pace, now) ? TALKING_TICKS : 1) * pace.tick : now + overTarget;
        return isTime(at - 0.05, now);
    }

    /** Asks again after so long. */
    void wakeAfter(double millis, double now) {
        wakeAt = Math.min(wakeAt, now + millis);
    }

    /** When to ask again if nothing happens before; infinite: never. */
    double wakeAt() {
        return wakeAt;
    }

    private boolean isTime(double at, double now) {
        if (at <= now) {
            return true;
        }
        wakeAt = Math.min(wakeAt, at);
        return false;
    }

    private double voiceAt(Pace pace, double now) {
        double early = Math.min(EARLY_SHARE_OF_TICK * pace.tick, EARLY_SHARE_OF_PERIOD * pace.period);
        boolean fresh = now - spokenAt < JUST_NOW_MILLIS;
        return voiceFlushedAt + pace.tick + (fresh ? -early : JUST_NOW_MILLIS);
    }

    private double deltaAt(Pace pace, double now) {
        if (isTalking(pace, now)) {
            return Math.max(flushedAt, voiceFlushedAt + pace.tick / 2) + pace.tick;
        }
        return flushedAt + (sparing ? SPARING_TICKS : 1) * pace.tick;
    }

    private double feedbackAt(Waiting waiting, Pace pace, double now) {
        return isTalking(pace, now) && !waiting.urgentFeedback
                ? Math.max(waiting.feedbackDueAt, voiceFlushedAt + pace.tick + RIDE_MILLIS)
                : waiting.feedbackDueAt;
    }

    private boolean isTalking(Pace pace, double now) {
        return now - spokenAt < TALKING_TICKS * pace.tick;
    }
}
