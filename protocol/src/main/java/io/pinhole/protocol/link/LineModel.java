package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Stamp;

/**
 * All that the sending end knows of its line: rate, round trip, and the queue of this moment. Learns from what it sends
 * and what the receiver answers. Losses are no news here: TCP slows down for them by itself. Pure; milliseconds, bytes,
 * bytes a millisecond.
 */
final class LineModel {

    /** While nothing is known: 24 kbit/s. */
    private static final double FIRST_RATE = 3;

    private static final double LEAST_FIRST_RATE = 1.5;
    private static final double FIRST_QUEUE_MILLIS = 15;

    /** The empty line was met. */
    private static final double EMPTY_MILLIS = 3;

    /** Nothing was answered for this many round trips and this long: what is written now would only be late. */
    private static final double STALL_ROUND_TRIPS = 2;

    private static final double STALL_MILLIS = 400;
    private static final double MAX_ROUND_TRIP_MILLIS = 3000;

    private static final double UNIT_MILLIS = Stamp.UNIT_NANOS / 1e6;
    private static final int RECORD_MASK = 0xffff;

    private final QueueModel queue = new QueueModel();
    private final RoundTrips roundTrips = new RoundTrips();
    private final RateCorrection correction = new RateCorrection();
    private double firstRate = FIRST_RATE;
    private double measured;
    private long lastSent = -1;
    private long lastAnswered = -1;
    private boolean limited;
    private double raisedAt = Double.NEGATIVE_INFINITY;
    private double emptyAt = Double.POSITIVE_INFINITY;
    private double reported;

    /**
     * A record is written.
     *
     * @param bytes on the wire
     * @param asks whether the receiver will answer it
     */
    void onSent(double now, int bytes, boolean asks) {
        queue.onSent(++lastSent, now, bytes, asks, rate());
    }

    /** There was more to send than the line was thought to take: what is measured now is the line. */
    void onLimited() {
        limited = true;
    }

    /** @param tick between two flushes at the moment */
    void onFeedback(Feedback feedback, double now, double tick) {
        long answered = lastAnswered + ((feedback.record() - lastAnswered) & RECORD_MASK);
        if (answered > lastSent) {
            return; // of a record that was answered before
        }
        lastAnswered = answered;
        double at = queue.onAnswered(answered);
        if (!Double.isNaN(at) && feedback.holdMillis() < Feedback.MOST_HOLD) {
            roundTrips.add(now, now - at - feedback.holdMillis());
        }
        if (feedback.capacity() > 0) {
            measured = feedback.capacity() * Feedback.RATE_UNIT / 1000.0;
        }
        if (feedback.delay() != Feedback.UNKNOWN) {
            reported = feedback.delay() * UNIT_MILLIS;
            if (!isPlenty()) {
                learn(reported, now, tick);
            }
        }
    }

    private void learn(double waited, double now, double tick) {
        double error = queue.onReported(lastAnswered, waited, rate());
        if (Double.isNaN(error)) {
            return;
        }
        if (waited < EMPTY_MILLIS || emptyAt == Double.POSITIVE_INFINITY) {
            emptyAt = now;
        }
        if (measured == 0) {
            grope(waited, now);
        } else if (limited) {
            correction.onError(error, roundTrips.smallest() + tick);
            limited = false;
        }
    }

    /** Nothing is measured yet: doubles once a round trip while the queue stays empty. */
    private void grope(double waited, double now) {
        if (waited > FIRST_QUEUE_MILLIS) {
            firstRate = Math.max(LEAST_FIRST_RATE, 0.7 * firstRate);
        } else if (limited && now - raisedAt > roundTrips.smallest()) {
            firstRate *= 2;
            raisedAt = now;
            limited = false;
        }
    }

    /** What may be sent in a millisecond. */
    double rate() {
        return measured > 0 ? measured * correction.factor() : firstRate;
    }

    /** The line's rate as its far end measured it; 0 while it is not known. */
    double measured() {
        return measured;
    }

    boolean isKnown() {
        return measured > 0;
    }

    /** The line is not what anybody waits for. */
    boolean isPlenty() {
        return measured >= Dispersion.PLENTY;
    }

    /** How long a record sent now would wait in the line's queue. */
    double queue(double now) {
        return queue.now(now);
    }

    /** What the receiver last said that a record had waited. */
    double reportedQueue() {
        return reported;
    }

    double roundTrip() {
        return roundTrips.smallest();
    }

    /** 0 while nothing was answered. */
    double knownRoundTrip() {
        return roundTrips.isKnown() ? roundTrips.smallest() : 0;
    }

    /** What is written now would only be late: the line does not move, or not for us. */
    boolean isStalled(double now) {
        double allowed =
                STALL_ROUND_TRIPS * Math.max(roundTrips.smallest(), Math.min(roundTrips.last(), MAX_ROUND_TRIP_MILLIS))
                        + STALL_MILLIS;
        return waitedForAnswer(now) > allowed;
    }

    /** What an earlier connection knew, unless this one knows better already. */
    void recall(double now, double rate, double roundTrip) {
        if (measured == 0 && rate > 0) {
            measured = rate;
            roundTrips.add(now, roundTrip);
        }
    }

    /** How long the oldest record without an answer has been on its way; 0 if there is none. */
    double waitedForAnswer(double now) {
        double oldest = queue.oldestUnanswered(lastAnswered);
        return Double.isNaN(oldest) ? 0 : now - oldest;
    }

    /** How long ago the line was empty for the last time, as far as is known. */
    double sinceEmpty(double now) {
        return now - emptyAt;
    }

    /** The line is being let run empty. */
    void expectEmpty(double now) {
        emptyAt = now;
    }
}
