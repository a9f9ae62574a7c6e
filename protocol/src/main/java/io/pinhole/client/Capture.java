package io.pinhole.client;

import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureName;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A photo that one has saved: durable from when it is handed out, its picture may follow. Changed on the client's loop,
 * read by everybody.
 */
public final class Capture {

    private final CaptureId id;
    private final PhotoId photo;
    private final CaptureName name;
    private final Pin pin;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile Standing standing = new Standing(CaptureState.PENDING, Optional.empty());

    private record Standing(CaptureState state, Optional<Refusal> failure) {}

    Capture(KeptSave save, Pin pin) {
        this.id = save.capture();
        this.photo = save.photo();
        this.name = save.name();
        this.pin = pin;
    }

    public CaptureId id() {
        return id;
    }

    public PhotoId photo() {
        return photo;
    }

    public CaptureName name() {
        return name;
    }

    /** What its widgets are: exactly those of that revision. */
    public Pin pin() {
        return pin;
    }

    public CaptureState state() {
        return standing.state;
    }

    /** Why there will be no picture of it, once that is so. */
    public Optional<Refusal> failure() {
        return standing.failure;
    }

    /**
     * Completes when it can be fetched; fails with a {@link io.pinhole.protocol.frame.RefusedException} when there will
     * be no picture, or when the call is over and nobody tells any more.
     */
    public CompletableFuture<Void> ready() {
        return ready.copy();
    }

    void become(CaptureState state, Optional<Refusal> failure) {
        standing = new Standing(state, failure);
        if (state == CaptureState.READY) {
            ready.complete(null);
        } else if (state == CaptureState.FAILED) {
            end(failure.orElse(Refusal.of(Code.INTERNAL, "the relay does not say why")));
        }
    }

    /** It will not be ready, as far as is known here. */
    void end(Refusal reason) {
        ready.completeExceptionally(Outcome.exception(reason));
    }
}
