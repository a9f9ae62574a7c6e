package io.pinhole.client;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.WidgetState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One photo that is followed: its replica, one's own steps on it, and who is told. On the client's loop. */
final class Sheet {

    private final Drawing drawing;
    private final Events events;
    private final Replica replica = new Replica();
    private final History history = new History();
    private final Glimpses glimpses = new Glimpses();
    private boolean needsAll;
    private long lastStored;
    private CompletableFuture<Void> known = new CompletableFuture<>();

    Sheet(Drawing drawing, Events events) {
        this.drawing = drawing;
        this.events = events;
    }

    PhotoId photo() {
        return drawing.photo();
    }

    Drawing drawing() {
        return drawing;
    }

    WidgetState view() {
        return replica.view();
    }

    /** Holds all of one's own that is stored. */
    Pin pin() {
        return new Pin(replica.epoch(), Math.max(replica.revision(), lastStored));
    }

    /** What the relay has to know to go on from there. */
    HavePhoto have() {
        boolean fromNothing = needsAll || !replica.isKnown();
        return new HavePhoto(
                photo(), fromNothing ? 0 : replica.epoch(), fromNothing ? 0 : replica.revision(), List.of());
    }

    /** Of the log that operations are for; empty while that is not known. */
    Optional<Long> epoch() {
        return replica.isKnown() ? Optional.of(replica.epoch()) : Optional.empty();
    }

    /** Completes when the log is known; fails if the call is over before. */
    CompletableFuture<Void> known() {
        return known;
    }

    /** The rights of this connection. */
    void joined(Self as) {
        replica.joined(as);
        show(replica.redraw());
    }

    void perform(OwnOperation own) {
        echo(own).ifPresent(change -> history.did(own, change));
    }

    /** Kept from an earlier life of the application. */
    void goOn(OwnOperation own) {
        echo(own);
    }

    History.Plan undo() {
        return history.undo(replica);
    }

    History.Plan redo() {
        return history.redo(replica);
    }

    void undid(Step step, OwnOperation own) {
        echo(own).ifPresent(change -> history.undid(step, own, change));
    }

    void redid(Step step, OwnOperation own) {
        echo(own).ifPresent(change -> history.redid(step, own, change));
    }

    void stored(OwnOperation own, long revision) {
        if (own.revision() == 0) {
            own.committed(revision);
            history.stored(own);
        }
        lastStored = Math.max(lastStored, revision);
        replica.stored(own);
        show(replica.redraw());
        events.tell(listener -> listener.stored(own.kept(), revision));
        own.stored().complete(revision);
    }

    void refused(OwnOperation own, Refusal reason) {
        replica.refused(own);
        history.refused(own);
        show(replica.redraw());
        events.tell(listener -> listener.refused(own.kept(), reason));
        own.stored().completeExceptionally(Outcome.exception(reason));
    }

    /**
     * The log of this epoch has ended.
     *
     * @return whether it was the one that was followed
     */
    boolean outdated(long epoch) {
        boolean wasFollowed = replica.isKnown() && replica.epoch() == epoch;
        if (wasFollowed) {
            replica.forget();
            if (known.isDone()) {
                known = new CompletableFuture<>();
            }
        }
        return wasFollowed;
    }

    /** The call is over. */
    void end(Refusal reason) {
        known.completeExceptionally(Outcome.exception(reason));
    }

    /** One's own operations have other numbers now. */
    void renumbered() {
        history.clear();
        show(replica.redraw());
    }

    /** @throws RefusedException if it cannot be read */
    void on(Snapshot snapshot) throws RefusedException {
        boolean isAnotherLog = replica.epoch() != 0 && snapshot.epoch() != replica.epoch();
        if (isAnotherLog) {
            history.clear();
            lastStored = 0;
        }
        boolean isNews = !replica.isKnown();
        replica.on(snapshot);
        needsAll = false;
        Set<WidgetId> changed = replica.redraw();
        show(changed, isNews || !changed.isEmpty());
        known.complete(null);
    }

    /** @return whether the relay must be asked again */
    boolean on(Deltas deltas, long writer, IntFunction<@Nullable PersonId> people) {
        Replica.Taken taken = replica.on(deltas, writer, people, history::committed);
        needsAll |= taken == Replica.Taken.UNFIT;
        show(replica.redraw());
        if (taken == Replica.Taken.ALL) {
            events.tell(listener -> listener.deltas(photo(), deltas));
        }
        return taken != Replica.Taken.ALL;
    }

    private Optional<Change> echo(OwnOperation own) {
        Optional<Change> change = replica.echo(own);
        show(change.map(done -> Set.copyOf(done.applied().changed())).orElse(Set.of()));
        return change;
    }

    void on(Pointer pointer, long now) {
        glimpses.add(pointer, now);
        show();
        events.tell(listener -> listener.pointer(photo(), pointer));
    }

    /** The operation may have overtaken the last pieces. */
    void on(Stroke piece, long now) {
        if (!isDrawn(piece.widget())) {
            glimpses.add(piece, now);
            show();
            events.tell(listener -> listener.stroke(photo(), piece));
        }
    }

    private boolean isDrawn(WidgetId widget) {
        return replica.hasCome(widget) || replica.view().widget(widget).isPresent();
    }

    /** A person has left. */
    void gone(int participant) {
        fade(glimpses.gone(participant));
    }

    /** The connection is lost: nobody says any more what is to be shown. */
    void lost() {
        fade(glimpses.clear());
    }

    void expire(long now) {
        fade(glimpses.expire(now));
    }

    /** When something is over that is shown now, in nanoseconds of the monotonic clock. */
    OptionalLong nextEnd() {
        return glimpses.nextEnd();
    }

    private void show(Set<WidgetId> changed) {
        show(changed, !changed.isEmpty());
    }

    private void show(Set<WidgetId> changed, boolean isNews) {
        boolean drawn = glimpses.drawn(this::isDrawn);
        show();
        if (isNews) {
            events.tell(listener -> listener.widgets(drawing, changed));
        }
        fade(drawn);
    }

    private void show() {
        drawing.show(DrawingSnapshot.of(photo(), replica, glimpses));
    }

    private void fade(boolean something) {
        if (something) {
            show();
            events.tell(listener -> listener.faded(drawing));
        }
    }
}
