package io.pinhole.relay.api;

import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Right;
import io.pinhole.relay.auth.ApiGrant;
import io.pinhole.relay.http.Answer;
import io.pinhole.relay.http.Asked;
import io.pinhole.relay.http.Page;
import io.pinhole.relay.store.StoreException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page for those whose token gives a right; all others are told why not. */
final class GuardedPage implements Page {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedPage.class);

    private final Guard guard;
    private final Right right;
    private final Content content;

    GuardedPage(Guard guard, Right right, Content content) {
        this.guard = guard;
        this.right = right;
        this.content = content;
    }

    /** What is behind the guard. */
    @FunctionalInterface
    interface Content {
        CompletableFuture<Answer> answer(ApiGrant grant, Asked asked);
    }

    @Override
    public CompletableFuture<Answer> answer(Asked asked) {
        ApiGrant grant;
        try {
            grant = guard.tokens().read(asked.authorization());
        } catch (RefusedException e) {
            String challenge = asked.authorization().isEmpty() ? "Bearer" : "Bearer error=\"invalid_token\"";
            return CompletableFuture.completedFuture(Errors.unauthenticated(e, challenge));
        }
        try {
            guard.permissions().require(grant.standing(), right);
        } catch (RefusedException e) {
            return CompletableFuture.completedFuture(Errors.forbidden(e));
        }
        return content.answer(grant, asked).exceptionally(GuardedPage::failed);
    }

    private static Answer failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof StoreException) {
            LOG.error("the store could not read for the API", cause);
            return Errors.storeUnavailable();
        }
        throw new CompletionException(cause);
    }
}
