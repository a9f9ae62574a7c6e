package io.pinhole.relay.store.jdbc;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.relay.store.CaptureStore.Saved;
import io.pinhole.relay.store.FoldedLog;
import io.pinhole.relay.store.NewCapture;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredCapture;
import io.pinhole.relay.store.StoredOperation;
import io.pinhole.relay.store.StoredSnapshot;
import io.pinhole.relay.store.jdbc.CaptureTable.Subject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One capture on its way into its table. The thread that reads makes its widgets first, a page of the log at a time, so
 * that other reads get their turn: that may be done ahead, since a log never changes up to a revision that is durable.
 * All else is looked at by the thread that writes, in the transaction that adds the row.
 */
final class CaptureSaving {

    /** Operations that are read and applied in one turn. */
    private static final int PAGE = 256;

    /** Roughly what it holds in memory besides the widgets. */
    private static final int SMALL = 1_024;

    private final CallId call;
    private final NewCapture capture;
    private final Reader reader;
    private final long term;

    /** @param term in which the call must be ours */
    CaptureSaving(CallId call, NewCapture capture, Reader reader, long term) {
        this.call = call;
        this.capture = capture;
        this.reader = reader;
        this.term = term;
    }

    /** As far as it has been read: the log of the photo of that row, up to some revision. */
    private record Progress(long photo, FoldedLog log) {}

    CompletableFuture<Saved> run(GroupCommit writer) {
        CompletableFuture<Saved> saved = new CompletableFuture<>();
        reader.submit(this::answer)
                .thenCompose(answer -> answer.isPresent()
                        ? CompletableFuture.completedFuture(answer.get())
                        : behindEarlierWrites(writer)
                                .thenCompose(done -> reader.submit(this::begin))
                                .thenCompose(this::goOn)
                                .thenCompose(all -> write(writer, all)))
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        saved.complete(done);
                    } else {
                        saved.completeExceptionally(reason(failure));
                    }
                });
        return saved;
    }

    /** The photo may have been added a moment ago. */
    private static CompletableFuture<Void> behindEarlierWrites(GroupCommit writer) {
        return writer.submit(tables -> null, SMALL);
    }

    private static StoreException reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof StoreException known
                ? known
                : new StoreException("the store could not save it: " + cause.getMessage(), cause);
    }

    /** What there is to say without adding it. */
    private Optional<Saved> answer(Tables tables) throws SQLException {
        Optional<StoredCapture> known = tables.captures().find(capture.id());
        if (known.isPresent()) {
            return Optional.of(isSame(known.get()) ? new Saved.Kept(known.get()) : new Saved.Conflict());
        }
        long owner = tables.calls().owned(call, term).seq();
        return tables.captures().isTaken(owner, capture.name()) ? Optional.of(new Saved.NameTaken()) : Optional.empty();
    }

    private boolean isSame(StoredCapture known) {
        return known.call().equals(call)
                && known.photo().equals(capture.photo())
                && known.name().equals(capture.name())
                && known.by().equals(capture.by())
                && known.epoch() == capture.epoch()
                && known.revision() == capture.revision();
    }

    private Subject subject(Tables tables) throws SQLException {
        long owner = tables.calls().owned(call, term).seq();
        PhotoTable.Head photo = tables.photos().head(owner, capture.photo());
        if (photo.epoch() != capture.epoch()) {
            throw new StoreException("the log of photo " + capture.photo() + " is in epoch " + photo.epoch() + ", not "
                    + capture.epoch());
        }
        return new Subject(owner, photo.seq(), photo.title());
    }

    private Progress begin(Tables tables) throws SQLException {
        long photo = subject(tables).photo();
        long newest = tables.operations().newest(photo);
        if (capture.revision() < 0 || capture.revision() > newest) {
            throw new StoreException("the log of photo " + capture.photo() + " goes up to revision " + newest + ", not "
                    + capture.revision());
        }
        StoredSnapshot snapshot = tables.snapshots()
                .find(photo)
                .filter(found -> found.revision() <= capture.revision())
                .orElse(StoredSnapshot.EMPTY);
        return new Progress(photo, FoldedLog.of(snapshot));
    }

    private CompletableFuture<Progress> goOn(Progress progress) {
        return progress.log().revision() == capture.revision()
                ? CompletableFuture.completedFuture(progress)
                : reader.submit(tables -> turn(tables, progress)).thenCompose(this::goOn);
    }

    private Progress turn(Tables tables, Progress progress) throws SQLException {
        long revision = progress.log().revision();
        int page = (int) Math.min(PAGE, capture.revision() - revision);
        List<StoredOperation> next = tables.operations().after(progress.photo(), revision, page);
        if (next.size() < page) {
            throw new StoreException("the log of photo " + capture.photo() + " was deleted while it was read");
        }
        return new Progress(progress.photo(), progress.log().with(next));
    }

    private CompletableFuture<Saved> write(GroupCommit writer, Progress all) {
        byte[] widgets = WidgetsColumn.write(all.log().state().toSnapshot());
        return writer.submit(
                tables -> {
                    Optional<Saved> answer = answer(tables);
                    return answer.isPresent() ? answer.get() : insert(tables, all.photo(), widgets);
                },
                widgets.length + SMALL);
    }

    private Saved insert(Tables tables, long photo, byte[] widgets) throws SQLException {
        Subject subject = subject(tables);
        if (subject.photo() != photo) {
            throw new StoreException("call " + call + " began anew while its photo was read");
        }
        tables.captures().insert(call, capture, subject, widgets);
        return new Saved.Kept(tables.captures().find(capture.id()).orElseThrow());
    }
}
