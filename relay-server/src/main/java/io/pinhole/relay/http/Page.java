package io.pinhole.relay.http;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What answers the requests for a path, or for paths of one form. */
@FunctionalInterface
public interface Page {

    /**
     * Called on the channel's loop, must not block.
     *
     * @return from any thread, any time; a failure is an internal error
     */
    CompletableFuture<Answer> answer(Asked asked);

    /** A page that answers at once, whatever was asked. */
    static Page of(Supplier<Answer> answer) {
        return asked -> CompletableFuture.completedFuture(answer.get());
    }
}
