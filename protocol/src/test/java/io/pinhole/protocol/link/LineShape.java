package io.pinhole.protocol.link;

import static io.pinhole.protocol.link.SimulatedTime.MILLIS;
import static io.pinhole.protocol.link.SimulatedTime.SECONDS;

import java.util.ArrayList;
import java.util.List;

/**
 * What one direction of a line is like, and what happens to it. Times count from the beginning of the simulation.
 *
 * @param bitsPerSecond at the beginning
 * @param delayNanos propagation alone
 * @param jitterNanos the delay varies by so much up and down, evenly; packets never overtake each other
 * @param queueBytes what waits and what is on its way out; a packet that does not fit is dropped
 * @param loss share of packets lost on the way, 0 to 1
 */
record LineShape(
        long bitsPerSecond,
        long delayNanos,
        long jitterNanos,
        int queueBytes,
        double loss,
        List<Happening> happenings) {

    /** Room for one full packet. */
    private static final int LEAST_QUEUE_BYTES = 1600;

    /** Something that happens to a line. */
    sealed interface Happening permits Rate, Outage, Crowd {}

    /** From then on it carries so much. */
    record Rate(long atNanos, long bitsPerSecond) implements Happening {}

    /** Whatever leaves the queue is lost. */
    record Outage(long fromNanos, long toNanos) implements Happening {}

    /** Somebody else sends full packets at a constant rate. */
    record Crowd(long fromNanos, long toNanos, long bitsPerSecond) implements Happening {}

    LineShape {
        happenings = List.copyOf(happenings);
    }

    static LineShape of(double kilobits, long delayMillis, long queueMillis) {
        long bits = Math.round(kilobits * 1000);
        int queue = (int) Math.max(LEAST_QUEUE_BYTES, bits * queueMillis / 8000);
        return new LineShape(bits, delayMillis * MILLIS, 0, queue, 0, List.of());
    }

    LineShape losing(double percent) {
        return new LineShape(bitsPerSecond, delayNanos, jitterNanos, queueBytes, percent / 100, happenings);
    }

    LineShape jittering(long millis) {
        return new LineShape(bitsPerSecond, delayNanos, millis * MILLIS, queueBytes, loss, happenings);
    }

    /** Its queue keeps its size. */
    LineShape changing(double second, double kilobits) {
        return with(new Rate(nanos(second), Math.round(kilobits * 1000)));
    }

    LineShape out(double fromSecond, double toSecond) {
        return with(new Outage(nanos(fromSecond), nanos(toSecond)));
    }

    LineShape crowded(double fromSecond, double toSecond, double kilobits) {
        return with(new Crowd(nanos(fromSecond), nanos(toSecond), Math.round(kilobits * 1000)));
    }

    /** What it carries at that time, in bits a second; nothing during an outage. */
    long bitsPerSecondAt(long nanos) {
        long bits = bitsPerSecond;
        for (Happening happening : happenings) {
            if (happening instanceof Rate change && change.atNanos <= nanos) {
                bits = change.bitsPerSecond;
            } else if (happening instanceof Outage outage && outage.fromNanos <= nanos && nanos < outage.toNanos) {
                return 0;
            }
        }
        return bits;
    }

    private LineShape with(Happening happening) {
        List<Happening> all = new ArrayList<>(happenings);
        all.add(happening);
        return new LineShape(bitsPerSecond, delayNanos, jitterNanos, queueBytes, loss, all);
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * SECONDS);
    }
}
