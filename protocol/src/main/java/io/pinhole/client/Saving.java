package io.pinhole.client;

import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Save;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One save, from when it is asked for until nothing more will be told of its capture. On the client's loop. */
final class Saving {

    private final CompletableFuture<Capture> durable = new CompletableFuture<>();
    private KeptSave kept;
    private @Nullable Capture capture;

    Saving(KeptSave kept) {
        this.kept = kept;
    }

    KeptSave kept() {
        return kept;
    }

    CaptureId id() {
        return kept.capture();
    }

    PhotoId photo() {
        return kept.photo();
    }

    Optional<Pin> pin() {
        return kept.pin();
    }

    /** @param to empty: the log that it was pinned to has ended */
    void pin(Optional<Pin> to) {
        kept = kept.pinned(to);
    }

    /** Completes when the relay has it. */
    CompletableFuture<Capture> durable() {
        return durable;
    }

    /** Null until the relay has it. */
    @Nullable Capture capture() {
        return capture;
    }

    /** For one that has a pin. */
    Save frame(int request) {
        Pin pin = kept.pin().orElseThrow();
        return new Save(
                request, id(), photo(), pin.epoch(), pin.revision(), kept.name().value());
    }

    /** Of one that has a pin: where its capture stands. */
    Capture become(CaptureState state, Optional<Refusal> failure) {
        Capture known = capture == null ? new Capture(kept, kept.pin().orElseThrow()) : capture;
        capture = known;
        known.become(state, failure);
        durable.complete(known);
        return known;
    }

    /** Nothing more will be told of it. */
    void end(Refusal reason) {
        durable.completeExceptionally(Outcome.exception(reason));
        if (capture != null) {
            capture.end(reason);
        }
    }
}
