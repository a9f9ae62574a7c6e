package io.pinhole.loadtest.demo;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.relay.store.CaptureStore;
import io.pinhole.relay.store.NewCapture;
import io.pinhole.relay.store.Picture;
import io.pinhole.relay.store.StoredCapture;
import io.pinhole.relay.store.StoredRendition;
import io.pinhole.relay.store.StoredSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A store that keeps something else than what was to be saved. */
record ChangedCaptures(CaptureStore real, UnaryOperator<NewCapture> change) implements CaptureStore {

    @Override
    public CompletableFuture<Saved> save(CallId call, NewCapture capture) {
        return real.save(call, change.apply(capture));
    }

    @Override
    public CompletableFuture<Void> finish(CaptureId capture, Picture picture, byte[] jpeg) {
        return real.finish(capture, picture, jpeg);
    }

    @Override
    public CompletableFuture<Void> fail(CaptureId capture, String reason) {
        return real.fail(capture, reason);
    }

    @Override
    public CompletableFuture<Optional<StoredCapture>> find(CaptureId capture) {
        return real.find(capture);
    }

    @Override
    public CompletableFuture<List<StoredCapture>> due(int limit) {
        return real.due(limit);
    }

    @Override
    public CompletableFuture<List<StoredCapture>> list(Optional<CallId> call, Optional<CaptureId> before, int limit) {
        return real.list(call, before, limit);
    }

    @Override
    public CompletableFuture<StoredSnapshot> widgets(CaptureId capture) {
        return real.widgets(capture);
    }

    @Override
    public CompletableFuture<List<StoredRendition>> renditions(CaptureId capture) {
        return real.renditions(capture);
    }

    @Override
    public CompletableFuture<byte[]> readPhoto(CaptureId capture, Rendition rendition, int index) {
        return real.readPhoto(capture, rendition, index);
    }

    @Override
    public CompletableFuture<byte[]> readPicture(CaptureId capture, int index) {
        return real.readPicture(capture, index);
    }
}
