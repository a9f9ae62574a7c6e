package io.pinhole.relay.store.jdbc;

/** Waiting for a thread's end without losing an interrupt. */
final class Threads {

    private Threads() {}

    static void join(Thread thread) {
        assert thread != Thread.currentThread() : "a thread of the store cannot close the store";
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
