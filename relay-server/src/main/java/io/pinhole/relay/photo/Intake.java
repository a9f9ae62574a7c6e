package io.pinhole.relay.photo;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Stored;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees the bytes of a call's photos into the store: whole blocks at once, the beginning of one after a second; says
 * stored when they are durable, and complete when all are and the hash was right. Owned by the call's thread.
 */
final class Intake {

    private static final long SAVE_MILLIS = 1000;

    private final PhotoShelf shelf;
    private final PhotoRows rows;
    private final ScheduledExecutorService owner;
    private final Outcome outcome;
    private final Survey survey;

    /** What becomes of a photo whose bytes come in. */
    interface Outcome {
        void progressed(Photo photo, RenditionFile file, Stored stored);

        /** Every rendition is stored. */
        void completed(Photo photo);

        void failed(Photo photo, Code code, String message);
    }

    Intake(PhotoShelf shelf, PhotoRows rows, ScheduledExecutorService owner, Outcome outcome) {
        this.shelf = shelf;
        this.rows = rows;
        this.owner = owner;
        this.outcome = outcome;
        this.survey = new Survey(shelf.limits().jpeg(), owner);
    }

    /** Makes a file ready for its first byte. */
    void begin(Photo photo, RenditionFile file) {
        file.upload(newUpload(photo, file));
    }

    /** Somebody wants to read a file: sees to it that its landmarks become known. */
    void survey(RenditionFile file) {
        survey.begin(file);
    }

    /** Makes every file of a photo ready for its next byte; done when what is in memory is durable. */
    CompletableFuture<Void> resume(Photo photo) {
        CompletableFuture<Void> ready = CompletableFuture.completedFuture(null);
        for (RenditionFile file : photo.files()) {
            if (!file.isComplete()) {
                ready = ready.thenComposeAsync(done -> resume(photo, file), owner);
            }
        }
        return ready;
    }

    /**
     * Takes the next bytes of a file in.
     *
     * @throws RefusedException if they are not what was offered; the photo has failed
     */
    void accept(Photo photo, RenditionFile file, ByteBuf data) throws RefusedException {
        Upload upload = file.upload();
        if (upload == null || photo.state().isOver()) {
            return;
        }
        boolean timerRuns = upload.hasUnsaved();
        try {
            upload.accept(data);
        } catch (RefusedException e) {
            outcome.failed(photo, e.code(), String.valueOf(e.getMessage()));
            throw e;
        }
        file.wakeCursors();
        if (!timerRuns && upload.hasUnsaved()) {
            owner.schedule(() -> save(file, upload), SAVE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static void save(RenditionFile file, Upload upload) {
        if (file.upload() == upload) {
            upload.save();
        }
    }

    private CompletableFuture<Void> resume(Photo photo, RenditionFile file) {
        Upload running = file.upload();
        if (running != null) {
            return running.save();
        }
        if (file.isVerified()) {
            return rows.save(photo);
        }
        CompletableFuture<Void> replaying = file.replaying();
        if (replaying == null) {
            replaying = replay(photo, file, newUpload(photo, file));
            file.replaying(replaying);
        }
        return replaying;
    }

    private CompletableFuture<Void> replay(Photo photo, RenditionFile file, Upload upload) {
        int blocks = (int) ((file.stored() + PhotoBytes.BLOCK - 1) / PhotoBytes.BLOCK);
        CompletableFuture<Void> replayed = CompletableFuture.completedFuture(null);
        for (int i = 0; i < blocks; i++) {
            int index = i;
            replayed = replayed.thenCompose(
                            done -> shelf.store().readBlock(file.key().block(index)))
                    .thenAcceptAsync(block -> replay(photo, upload, index, block), owner);
        }
        return replayed.whenCompleteAsync((done, failure) -> replayed(photo, file, upload, failure), owner);
    }

    private void replayed(Photo photo, RenditionFile file, Upload upload, @Nullable Throwable failure) {
        file.replaying(null);
        if (failure == null && !photo.state().isOver()) {
            file.upload(upload);
            if (upload.position() == file.info().size()) {
                complete(photo, file); // the relay ended between the last block and this
            }
        }
    }

    private void replay(Photo photo, Upload upload, int index, byte[] block) {
        try {
            upload.replay(index, block);
        } catch (RefusedException e) {
            outcome.failed(photo, e.code(), String.valueOf(e.getMessage()));
        }
    }

    private Upload newUpload(Photo photo, RenditionFile file) {
        BlockWriter writer =
                new BlockWriter(file, shelf.store(), owner, (index, upTo) -> durable(photo, file, index, upTo));
        return new Upload(file.info(), file.bytes(), shelf.limits().jpeg(), writer);
    }

    private void durable(Photo photo, RenditionFile file, int index, long upTo) {
        file.stored(upTo);
        boolean last = upTo == file.info().size();
        if (last || upTo % PhotoBytes.BLOCK == 0) {
            file.bytes().settled(index);
        }
        if (last) {
            complete(photo, file);
        } else {
            progressed(photo, file, false);
        }
    }

    private void complete(Photo photo, RenditionFile file) {
        file.verified();
        if (photo.isVerified()) {
            photo.become(PhotoState.STORED);
        }
        rows.save(photo).thenRun(() -> completed(photo, file));
    }

    private void completed(Photo photo, RenditionFile file) {
        file.completed();
        progressed(photo, file, true);
        if (photo.isComplete()) {
            outcome.completed(photo);
        }
    }

    private void progressed(Photo photo, RenditionFile file, boolean complete) {
        outcome.progressed(photo, file, new Stored(photo.id(), file.info().rendition(), file.stored(), complete));
    }
}
