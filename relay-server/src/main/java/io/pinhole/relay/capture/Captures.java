package io.pinhole.relay.capture;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.relay.store.CaptureStore;
import io.pinhole.relay.store.CaptureStore.Saved;
import io.pinhole.relay.store.NewCapture;
import io.pinhole.relay.store.StoredCapture;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The saved photos of all calls. Futures complete on the store's thread. Any thread. */
public final class Captures {

    private final CaptureStore store;
    private final Runnable due;
    private final CaptureMeter meter;

    /** @param due called when some picture may have become due */
    public Captures(CaptureStore store, Runnable due, CaptureMeter meter) {
        this.store = store;
        this.due = due;
        this.meter = meter;
    }

    public CompletableFuture<Optional<StoredCapture>> find(CaptureId capture) {
        return store.find(capture);
    }

    /** Keeps a photo with its widgets; its picture comes as soon as the photo is finished. */
    public CompletableFuture<Saved> save(CallId call, NewCapture capture) {
        return store.save(call, capture).thenApply(saved -> {
            if (saved instanceof Saved.Kept) {
                meter.saved();
                due.run();
            }
            return saved;
        });
    }

    /** Nothing more of some photo will come, and the store knows it. */
    public void photoFinished() {
        due.run();
    }
}
