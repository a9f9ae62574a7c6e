package io.pinhole.relay.api;

import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.relay.auth.ApiGrant;
import io.pinhole.relay.http.Answer;
import io.pinhole.relay.http.Asked;
import io.pinhole.relay.store.CaptureStore;
import io.pinhole.relay.store.StoredCapture;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Captures as far as a token shows them. Any thread. */
final class VisibleCaptures {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final CaptureStore store;

    VisibleCaptures(CaptureStore store) {
        this.store = store;
    }

    CaptureStore store() {
        return store;
    }

    /** Empty if this is no id. */
    static Optional<CaptureId> parse(String text) {
        return ID.matcher(text).matches() ? Optional.of(CaptureId.parse(text)) : Optional.empty();
    }

    /** Empty if there is none, or it is not for this token. */
    CompletableFuture<Optional<StoredCapture>> find(ApiGrant grant, CaptureId id) {
        return store.find(id).thenApply(found -> found.filter(capture -> grant.covers(capture.call())));
    }

    /** Answers with the capture that the path names. */
    GuardedPage.Content page(Function<StoredCapture, CompletableFuture<Answer>> page) {
        return (grant, asked) -> named(grant, asked)
                .thenCompose(
                        found -> found.map(page).orElseGet(() -> CompletableFuture.completedFuture(Errors.notFound())));
    }

    private CompletableFuture<Optional<StoredCapture>> named(ApiGrant grant, Asked asked) {
        return parse(asked.parameter("id"))
                .map(id -> find(grant, id))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }
}
