package io.pinhole.relay.api;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.widget.WidgetState;
import io.pinhole.protocol.widget.json.WidgetDocument;
import io.pinhole.protocol.widget.json.WidgetJson;
import io.pinhole.relay.auth.ApiGrant;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.auth.TokenVerifier;
import io.pinhole.relay.http.Answer;
import io.pinhole.relay.http.Asked;
import io.pinhole.relay.http.Routes;
import io.pinhole.relay.store.CaptureStore;
import io.pinhole.relay.store.StoredCapture;
import io.pinhole.relay.store.StoredSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** What the API has of captures. Any thread. */
public final class CapturePages {

    static final String PATH = "/api/captures";
    static final String FLATTENED = "/flattened.jpg";
    static final String ORIGINAL = "/original.jpg";
    static final String WIDGETS = "/widgets.json";

    private final Guard guard;
    private final VisibleCaptures captures;
    private final Executor writer;

    /** @param writer makes JSON of what the store has, which is work for neither a loop nor the store's thread */
    public CapturePages(CaptureStore store, TokenVerifier tokens, Permissions permissions, Executor writer) {
        this.guard = new Guard(new BearerTokens(tokens), permissions);
        this.captures = new VisibleCaptures(store);
        this.writer = writer;
    }

    public Routes routes() {
        PicturePages pictures = new PicturePages(captures.store());
        String one = PATH + "/{id}";
        return Routes.NONE
                .with(PATH, new GuardedPage(guard, Right.VIEW, this::list))
                .with(one, new GuardedPage(guard, Right.VIEW, captures.page(this::show)))
                .with(one + WIDGETS, new GuardedPage(guard, Right.VIEW, captures.page(this::widgets)))
                .with(one + FLATTENED, new GuardedPage(guard, Right.VIEW, captures.page(pictures::flattened)))
                .with(one + ORIGINAL, new GuardedPage(guard, Right.ORIGINAL, captures.page(pictures::original)));
    }

    private CompletableFuture<Answer> list(ApiGrant grant, Asked asked) {
        Paging paging;
        try {
            paging = Paging.of(asked);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(Errors.badRequest(String.valueOf(e.getMessage())));
        }
        if (paging.before().isEmpty()) {
            return list(grant, paging);
        }
        return captures.find(grant, paging.before().get())
                .thenCompose(found -> found.isPresent()
                        ? list(grant, paging)
                        : CompletableFuture.completedFuture(Errors.badRequest("before is no capture's id")));
    }

    private CompletableFuture<Answer> list(ApiGrant grant, Paging paging) {
        return captures.store()
                .list(grant.call(), paging.before(), paging.limit() + 1)
                .thenApplyAsync(found -> json(page(found, paging)), writer);
    }

    /** One more than was asked for says that there is more. */
    private static String page(List<StoredCapture> found, Paging paging) {
        if (found.size() <= paging.limit()) {
            return CaptureJson.of(found, Optional.empty());
        }
        List<StoredCapture> page = found.subList(0, paging.limit());
        CaptureId last = page.get(page.size() - 1).id();
        return CaptureJson.of(page, Optional.of(paging.next(last)));
    }

    private CompletableFuture<Answer> show(StoredCapture capture) {
        return CompletableFuture.supplyAsync(() -> json(CaptureJson.of(capture)), writer);
    }

    private CompletableFuture<Answer> widgets(StoredCapture capture) {
        return captures.store().widgets(capture.id()).thenApplyAsync(stored -> json(json(capture, stored)), writer);
    }

    private static String json(StoredCapture capture, StoredSnapshot stored) {
        try {
            WidgetState state = WidgetState.fromSnapshot(stored.widgets());
            return WidgetJson.write(new WidgetDocument(
                    Optional.of(capture.id()), capture.photo(), capture.epoch(), capture.revision(), state));
        } catch (RefusedException e) {
            throw new CompletionException("the widgets of capture " + capture.id() + " cannot be read", e);
        }
    }

    private static Answer json(String text) {
        return Answer.json(HttpResponseStatus.OK, text);
    }
}
