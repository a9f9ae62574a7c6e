package io.pinhole.relay.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why and how the process ends. A second request to end, or a stop that takes too long, ends it at once. */
final class Stop {

    /** The store has failed: whoever restarts the relay should look at the disk. */
    static final int STORE_FAILED = 3;

    /** Something did not finish in time. */
    static final int TOO_LONG = 4;

    static final int MAX_SECONDS = 25;

    private static final int SIGNALLED = 128;
    private static final Logger LOG = LoggerFactory.getLogger(Stop.class);

    private final CompletableFuture<Integer> code = new CompletableFuture<>();

    /** From now on SIGTERM and SIGINT stop this. */
    void heedSignals() {
        heed("TERM", 15);
        heed("INT", 2);
    }

    private void heed(String name, int number) {
        boolean heeded = Signals.on(name, () -> {
            if (!ask(0, "SIG" + name)) {
                Runtime.getRuntime().halt(SIGNALLED + number);
            }
        });
        if (!heeded) {
            LOG.warn("this Java cannot answer SIG{}: it ends the relay at once", name);
        }
    }

    /**
     * Asks to end with this exit code.
     *
     * @param why for the log
     * @return false if it was asked to before: it has ended, or is about to
     */
    boolean ask(int exitCode, String why) {
        boolean first = code.complete(exitCode);
        if (first) {
            LOG.info("stopping: {}", why);
        }
        return first;
    }

    /**
     * Waits until somebody asks. From then on the process has {@link #MAX_SECONDS} to end.
     *
     * @return the exit code
     */
    int await() {
        int exitCode = code.join();
        Thread watchdog = new Thread(Stop::endInTime, "stop-watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
        return exitCode;
    }

    private static void endInTime() {
        try {
            TimeUnit.SECONDS.sleep(MAX_SECONDS);
        } catch (InterruptedException e) {
            return; // nobody does
        }
        LOG.error("stopping took more than {} seconds; what is not done by now is not done", MAX_SECONDS);
        Runtime.getRuntime().halt(TOO_LONG);
    }
}
