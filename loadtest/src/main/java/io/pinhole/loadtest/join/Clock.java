package io.pinhole.loadtest.join;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The time line of one participation: when zero was, and how to wait for what is due. */
public record Clock(long zero) {

    /** The moment so many seconds after zero, in nanoseconds of the monotonic clock. */
    public long at(double seconds) {
        return zero + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }

    /** Waits until the moment, or not at all if it has passed. */
    public static void awaitUntil(long due) throws InterruptedException {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(left);
        }
    }
}
