package io.pinhole.client;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.widget.Operation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What one draws and sees drawn, across connections. On the client's loop, save {@link #follow}. */
final class Annotations {

    /** By then the relay has named all photos that there are. */
    static final long ALL_NAMED_MILLIS = 10_000;

    private final Parts parts;
    private final Followed followed = new Followed();
    private final Outgoing outgoing;
    private final Hands hands;
    private final Dispatch dispatch;
    private final Answers answers;
    private final Gate gate;
    private final Saves saves;
    private final Forgetting forgetting;
    private @Nullable Self self;

    /**
     * What it works with.
     *
     * @param loop runs on the loop, after what runs now
     * @param clock nanoseconds of the monotonic clock
     */
    record Parts(Events events, Executor loop, LongSupplier clock, Outbox outbox, OwnPhotos own) {}

    Annotations(Parts parts) {
        this.parts = parts;
        this.hands = new Hands(this, parts);
        this.outgoing = new Outgoing(parts.outbox);
        this.dispatch = new Dispatch(parts, followed, outgoing);
        this.answers = new Answers(followed, outgoing, dispatch);
        this.gate = new Gate(followed, parts.own);
        this.forgetting = new Forgetting(dispatch::line, parts.clock);
        outgoing.kept().forEach(own -> sheet(own.photo()).goOn(own));
        this.saves = new Saves(this, parts);
    }

    /** From any thread. */
    Drawing follow(PhotoId photo) {
        Sheet sheet = sheet(photo);
        parts.loop.execute(() -> {
            if (self != null) {
                sheet.joined(self);
            }
            followed.ask(sheet);
            dispatch.soon();
        });
        return sheet.drawing();
    }

    /** Follows a photo that is not followed yet. */
    void followOnce(PhotoId photo) {
        if (followed.of(photo) == null) {
            follow(photo);
        }
    }

    Sheet sheet(PhotoId photo) {
        return followed.of(photo, unknown -> new Sheet(new Drawing(photo, hands), parts.events));
    }

    void begin(DrawingLine joined, Welcome welcome) {
        followed.bind(welcome.self().handle(), welcome.self().person());
        Self joinedAs = Self.of(welcome);
        self = joinedAs;
        followed.all().forEach(sheet -> sheet.joined(joinedAs));
        outgoing.restart();
        if (welcome.capabilities().contains(Capability.ANNOTATE)) {
            dispatch.begin(joined);
            joined.later(() -> refuseUnnamed(joined), ALL_NAMED_MILLIS);
        } else {
            close(Refusal.of(Code.UNSUPPORTED, "this relay knows no widgets"));
        }
        saves.begin(joined, welcome.capabilities());
    }

    void lost() {
        dispatch.lost();
        gate.open();
        followed.all().forEach(Sheet::lost);
        followed.lost();
        outgoing.restart();
        saves.lost();
    }

    /** The call is over. */
    void end(Refusal reason) {
        dispatch.lost();
        saves.end(reason);
        close(reason);
        followed.all().forEach(sheet -> sheet.end(reason));
    }

    /** The relay has a name for the photo. */
    void bind(PhotoId photo, int handle) {
        followed.bind(photo, handle);
        dispatch.soon();
    }

    void on(Participant participant) {
        boolean isAnother = followed.on(participant);
        if (isAnother || participant.presence() == Presence.GONE) {
            followed.all().forEach(sheet -> sheet.gone(participant.handle()));
        }
    }

    void on(Snapshot snapshot) throws WireException {
        Sheet sheet = followed.byHandle(snapshot.photo());
        if (sheet != null) {
            try {
                sheet.on(snapshot);
            } catch (RefusedException e) {
                throw WireException.malformed("a snapshot that is none: " + e.getMessage());
            }
            dispatch.soon();
        }
    }

    void on(Deltas deltas) {
        Sheet sheet = followed.byHandle(deltas.photo());
        if (sheet != null && sheet.on(deltas, outgoing.writer(), followed::person)) {
            followed.ask(sheet);
            dispatch.soon();
        }
    }

    /** Who is gone was told on a faster way than this. */
    void on(Pointer pointer) {
        glimpse(pointer.photo(), pointer.participant(), sheet -> sheet.on(pointer, parts.clock.getAsLong()));
    }

    void on(Stroke piece) {
        glimpse(piece.photo(), piece.participant(), sheet -> sheet.on(piece, parts.clock.getAsLong()));
    }

    private void glimpse(int handle, int participant, Consumer<Sheet> of) {
        Sheet sheet = followed.byHandle(handle);
        if (sheet != null && followed.isPresent(participant)) {
            of.accept(sheet);
            forgetting.watch(sheet);
        }
    }

    /**
     * The relay has refused something that was no request. If it could not read the widgets of a photo, it has let go of
     * it, and does not say of which.
     */
    void on(Refusal refusal) {
        DrawingLine since = dispatch.line();
        if (since != null
                && refusal.code().filter(Code.STORE_UNAVAILABLE::equals).isPresent()) {
            since.later(() -> askAgain(since), refusal.retryAfterMillis());
        }
    }

    private void askAgain(DrawingLine since) {
        if (dispatch.line() == since) {
            followed.all().forEach(followed::ask);
            dispatch.soon();
        }
    }

    void on(OperationResults results) {
        answers.on(results);
    }

    /** Empty if it is refused at once; that was told then. */
    Optional<OwnOperation> add(Sheet sheet, Operation operation, CompletableFuture<Long> stored) {
        Optional<Refusal> refusal = gate.whyNot(sheet.photo(), operation);
        if (refusal.isEmpty()) {
            OwnOperation own = outgoing.add(sheet.photo(), operation, stored);
            dispatch.soon();
            return Optional.of(own);
        }
        KeptOperation refused = new KeptOperation(0, sheet.photo(), operation);
        parts.events.tell(listener -> listener.refused(refused, refusal.get()));
        stored.completeExceptionally(Outcome.exception(refusal.get()));
        return Optional.empty();
    }

    /** Completes when all operations on a photo so far are answered. */
    CompletableFuture<Void> answered(PhotoId photo) {
        List<CompletableFuture<Long>> pending = outgoing.kept().stream()
                .filter(own -> own.photo().equals(photo))
                .map(own -> own.stored().exceptionally(refused -> 0L))
                .toList();
        return CompletableFuture.allOf(pending.toArray(CompletableFuture<?>[]::new));
    }

    /** Completes with a pin that holds all of one's own on a photo so far, once its log is known. */
    CompletableFuture<Pin> pin(PhotoId photo) {
        Sheet sheet = sheet(photo);
        return answered(photo).thenCompose(done -> sheet.known()).thenApply(known -> sheet.pin());
    }

    /** The relay has said that the photo's log is not of that epoch any more. */
    void outdated(PhotoId photo, long epoch) {
        Sheet sheet = sheet(photo);
        if (sheet.outdated(epoch)) {
            followed.ask(sheet);
            dispatch.soon();
        }
    }

    Gate gate() {
        return gate;
    }

    Saves saves() {
        return saves;
    }

    /** Null while the relay has no name for the photo. */
    @Nullable Integer handle(PhotoId photo) {
        return followed.handle(photo);
    }

    @Nullable DrawingLine line() {
        return dispatch.line();
    }

    /** No operation is taken any more, on this connection at least. */
    private void close(Refusal reason) {
        gate.close(reason);
        refuseKept(own -> true, reason);
    }

    /** What is for photos that do not exist any more would keep everything else waiting. */
    private void refuseUnnamed(DrawingLine since) {
        if (dispatch.line() == since) {
            refuseKept(own -> gate.isGone(own.photo()), Refusal.of(Code.PHOTO_UNKNOWN, "no such photo any more"));
            dispatch.soon();
        }
    }

    private void refuseKept(Predicate<OwnOperation> which, Refusal reason) {
        for (OwnOperation own : outgoing.kept()) {
            if (!own.isAbandoned() && which.test(own)) {
                own.abandon();
                sheet(own.photo()).refused(own, reason);
            }
        }
    }
}
