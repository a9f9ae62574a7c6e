package io.pinhole.protocol.link;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The queue in front of the line as its sender imagines it, so that it knows the queue of now and not that of a round
 * trip ago: each record waits for what the ones before it have left, by the recursion of Lindley (1952). What the
 * receiver reports corrects it. Pure; milliseconds, bytes, bytes a millisecond.
 */
final class QueueModel {

    /** How much of an error is taken over at once. Half, because a single record may be late for another reason. */
    private static final double TRUST = 0.5;

    private static final double LARGE_ERROR_MILLIS = 100;
    private static final double TRUST_IN_LARGE = 0.8;

    /** A peer that answers nothing is not followed any further. */
    private static final int MAX_RECORDS = 1024;

    private final Deque<Sent> sent = new ArrayDeque<>();
    private double left;
    private double leftAt = Double.NEGATIVE_INFINITY;

    /** A record on its way. */
    private static final class Sent {
        final long number;
        final double at;
        final int bytes;
        final boolean asks;
        double queue;

        Sent(long number, double at, int bytes, boolean asks, double queue) {
            this.number = number;
            this.at = at;
            this.bytes = bytes;
            this.asks = asks;
            this.queue = queue;
        }
    }

    /**
     * @param bytes on the wire
     * @param asks whether the receiver will answer
     */
    void onSent(long number, double now, int bytes, boolean asks, double rate) {
        double queue = now(now);
        sent.addLast(new Sent(number, now, bytes, asks, queue));
        left = queue + bytes / rate;
        leftAt = now;
        if (sent.size() > MAX_RECORDS) {
            sent.removeFirst();
        }
    }

    /** How long a record sent now would wait. */
    double now(double now) {
        return Math.max(0, left - (now - leftAt));
    }

    /**
     * All up to this record have come.
     *
     * @return when it was sent; NaN if that is forgotten
     */
    double onAnswered(long number) {
        while (!sent.isEmpty() && sent.element().number < number) {
            sent.removeFirst();
        }
        return isFirst(number) ? sent.element().at : Double.NaN;
    }

    /**
     * The record that was answered last has waited so long.
     *
     * @return by how much longer than was thought; NaN if that is forgotten
     */
    double onReported(long number, double waited, double rate) {
        if (!isFirst(number)) {
            return Double.NaN;
        }
        Sent first = sent.element();
        double error = waited - first.queue;
        double trust = error < LARGE_ERROR_MILLIS ? TRUST : TRUST_IN_LARGE;
        first.queue = Math.max(0, first.queue + trust * error);
        replay(rate);
        return error;
    }

    /** When the oldest record was sent whose answer has yet to come; NaN if there is none. */
    double oldestUnanswered(long answered) {
        for (Sent record : sent) {
            if (record.asks && record.number > answered) {
                return record.at;
            }
        }
        return Double.NaN;
    }

    private boolean isFirst(long number) {
        return !sent.isEmpty() && sent.element().number == number;
    }

    private void replay(double rate) {
        @Nullable Sent before = null;
        for (Sent record : sent) {
            if (before != null) {
                record.queue = Math.max(0, before.queue + before.bytes / rate - (record.at - before.at));
            }
            before = record;
        }
        if (before != null) {
            left = before.queue + before.bytes / rate;
            leftAt = before.at;
        }
    }
}
