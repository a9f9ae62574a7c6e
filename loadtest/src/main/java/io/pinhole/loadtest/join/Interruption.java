package io.pinhole.loadtest.join;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Turns SIGINT and SIGTERM into a clean end with an exit code of our own. */
final class Interruption {

    private static final int PATIENCE_SECONDS = 10;
    private static final int NOT_IN_TIME = 1;

    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final Thread hook;

    private Interruption(Runnable stop) {
        hook = new Thread(
                () -> {
                    stop.run();
                    int code = exitCode.completeOnTimeout(NOT_IN_TIME, PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .join();
                    Runtime.getRuntime().halt(code);
                },
                "interrupted");
    }

    /** @param stop asks for the end; from another thread */
    static Interruption handle(Runnable stop) {
        Interruption interruption = new Interruption(stop);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Everything is written down and given back. */
    void finished(int code) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            exitCode.complete(code); // it waits
        }
    }
}
