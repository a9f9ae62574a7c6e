package io.pinhole.client;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.RefusedException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What becomes of one request. Exactly one of the three is called, once. */
interface Outcome {

    void done();

    void refused(Refusal refusal);

    /** The connection ended before the answer. */
    void lost();

    /** Completes a future. */
    static Outcome of(CompletableFuture<Void> future) {
        return new Outcome() {
            @Override
            public void done() {
                future.complete(null);
            }

            @Override
            public void refused(Refusal refusal) {
                future.completeExceptionally(exception(refusal));
            }

            @Override
            public void lost() {
                future.completeExceptionally(new DisconnectedException("the connection was lost before the answer"));
            }
        };
    }

    /** For requests that are repeated by those who made them when the next connection is there. */
    static Outcome of(Runnable done, Consumer<Refusal> refused) {
        return new Outcome() {
            @Override
            public void done() {
                done.run();
            }

            @Override
            public void refused(Refusal refusal) {
                refused.accept(refusal);
            }

            @Override
            public void lost() {}
        };
    }

    /** A refusal as what a future fails with; codes that only the relay knows count as internal. */
    static RefusedException exception(Refusal refusal) {
        return refusal.code()
                .map(code -> new RefusedException(code, refusal.message()))
                .orElseGet(() -> new RefusedException(Code.INTERNAL, refusal.toString()));
    }
}
