package io.pinhole.relay.api;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.relay.http.Answer;
import io.pinhole.relay.http.Body;
import io.pinhole.relay.store.CaptureStore;
import io.pinhole.relay.store.Picture;
import io.pinhole.relay.store.StoredCapture;
import io.pinhole.relay.store.StoredRendition;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The pictures of a capture, in blocks as the store has them. Any thread. */
final class PicturePages {

    private final CaptureStore store;

    PicturePages(CaptureStore store) {
        this.store = store;
    }

    /** The photo with its widgets drawn into it. */
    CompletableFuture<Answer> flattened(StoredCapture capture) {
        return ifReady(capture, ready -> {
            Picture picture = ready.picture().orElseThrow();
            Body body = new Body.Blocks(picture.size(), index -> store.readPicture(ready.id(), index));
            return CompletableFuture.completedFuture(jpeg(body, Optional.of(picture.sha256())));
        });
    }

    /** The best that there is of the photo, as it was sent. */
    CompletableFuture<Answer> original(StoredCapture capture) {
        return ifReady(
                capture,
                ready -> store.renditions(ready.id())
                        .thenApply(renditions -> renditions.stream()
                                .filter(StoredRendition::complete)
                                .max(Comparator.comparing(StoredRendition::rendition))
                                .map(best -> original(ready, best))
                                .orElseGet(() -> Errors.failed("nothing of the photo is complete"))));
    }

    private Answer original(StoredCapture capture, StoredRendition best) {
        Body body = new Body.Blocks(best.size(), index -> store.readPhoto(capture.id(), best.rendition(), index));
        return jpeg(body, best.sha256());
    }

    private static CompletableFuture<Answer> ifReady(
            StoredCapture capture, Function<StoredCapture, CompletableFuture<Answer>> picture) {
        if (capture.state() == CaptureState.READY) {
            return picture.apply(capture);
        }
        return CompletableFuture.completedFuture(
                capture.state() == CaptureState.PENDING
                        ? Errors.pending()
                        : Errors.failed(capture.failure().orElse("there is no picture")));
    }

    /** It may be kept by its reader alone, whom the token tells. */
    private static Answer jpeg(Body body, Optional<Sha256> hash) {
        Answer answer = Answer.of(HttpResponseStatus.OK, "image/jpeg", body)
                .with(HttpHeaderNames.CACHE_CONTROL, "private")
                .with(HttpHeaderNames.VARY, "authorization");
        return hash.map(sha256 -> answer.with(HttpHeaderNames.ETAG, "\"" + sha256.hex() + "\""))
                .orElse(answer);
    }
}
