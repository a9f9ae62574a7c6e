package io.pinhole.relay.call;

import io.netty.util.concurrent.EventExecutor;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.link.Link;
import io.pinhole.relay.annotation.Annotations;
import io.pinhole.relay.photo.PhotoList;
import io.pinhole.relay.store.StoredCall;
import io.pinhole.relay.store.StoredCapture;
import io.pinhole.relay.store.StoredHeads;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call: who is in it, its mode, what people look at, its photos. All state belongs to the owner's thread; others come
 * in through {@link #owner()}. Only voice does not: it finds its way through {@link #listeners()}.
 */
final class Call {

    private static final Logger LOG = LoggerFactory.getLogger(Call.class);

    private final CallId id;
    private final CallContext context;
    private final EventExecutor owner;
    private final Runnable forget;
    private final long term;
    private final Roster roster = new Roster();
    private final Crowd crowd;
    private final PhotoList photos;
    private final Annotations annotations;
    private volatile List<Listener> listeners = List.of();
    private Mode mode;
    private boolean ended;
    private @Nullable Future<?> idleEnd;

    /** What the store has of it. */
    record Beginning(StoredCall stored, StoredHeads heads) {}

    /** @param forget called when the call is over */
    Call(Beginning beginning, CallContext context, EventExecutor owner, Runnable forget) {
        StoredCall stored = beginning.stored;
        this.id = stored.id();
        this.context = context;
        this.owner = owner;
        this.forget = forget;
        this.term = stored.term();
        this.mode = stored.mode();
        this.crowd = new Crowd(roster, context.permissions());
        this.photos = new PhotoList(id, context.photos(), crowd, owner);
        this.annotations =
                new Annotations(id, context.annotation(), new AnnotationRoom(roster, photos), owner, beginning.heads);
        stored.members().forEach(member -> roster.add(new Member(member)));
    }

    /** First task on the owner's thread. */
    void start(Beginning beginning) {
        photos.restore(beginning.stored.photos(), beginning.heads.revisions());
        endWhenIdle();
    }

    CallId id() {
        return id;
    }

    EventExecutor owner() {
        return owner;
    }

    CallContext context() {
        return context;
    }

    long term() {
        return term;
    }

    Mode mode() {
        return mode;
    }

    Roster roster() {
        return roster;
    }

    /** Everybody who is here, to be told something. */
    Crowd crowd() {
        return crowd;
    }

    PhotoList photos() {
        return photos;
    }

    Annotations annotations() {
        return annotations;
    }

    /** Everybody who hears voice now. Any thread. */
    List<Listener> listeners() {
        return listeners;
    }

    // ------------------------------------------------------------------ coming and going

    void requireRoomFor(Member member) throws RefusedException {
        if (ended) {
            throw new RefusedException(Code.CALL_ENDED, "call " + id + " has ended");
        }
        List<Member> present = roster.present();
        if (!present.contains(member) && present.size() >= context.limits().participants()) {
            throw new RefusedException(Code.CALL_FULL, "call " + id + " has " + present.size() + " participants");
        }
    }

    /**
     * Gives a person the floor on this connection; an older one of the same person ends.
     *
     * @param secret to come back with, or empty
     */
    Seat seat(Member member, Link link, String secret, Set<Capability> capabilities) {
        assert owner.inEventLoop();
        Seat old = member.seat();
        if (old != null) {
            old.leave();
            old.link().close(Close.of(Code.REPLACED, "a newer connection of the same person"));
            context.attendance().participantLeft();
        }
        boolean resumed = member.presence() != Presence.GONE;
        Seat seat = new Seat(this, member, link, capabilities);
        member.sit(seat, roster.handleFor(member));
        if (idleEnd != null) {
            idleEnd.cancel(false);
            idleEnd = null;
        }
        if (member.viewed().isPresent() && !crowd.mayView(member)) { // a newer token may grant less
            look(member, Optional.empty(), false);
        }
        Greeting.send(this, seat, secret, resumed);
        tellOthersOf(member);
        publishListeners();
        context.attendance().participantJoined();
        return seat;
    }

    /** A connection is over. If the person has a newer one, nothing happens. */
    void lost(Seat seat, boolean left) {
        Member member = seat.member();
        if (member.seat() != seat) {
            return;
        }
        seat.leave();
        context.attendance().participantLeft();
        member.lost(
                owner.schedule(() -> gone(member), context.limits().reconnect().toMillis(), TimeUnit.MILLISECONDS));
        publishListeners();
        photos.suspend(member.person());
        if (left) {
            gone(member);
        } else {
            tellOthersOf(member);
        }
    }

    private void gone(Member member) {
        if (member.viewed().isPresent()) {
            look(member, Optional.empty(), false);
        }
        member.gone();
        roster.seats().forEach(seat -> seat.link().forgetSigns(member.handle()));
        tellOthersOf(member);
        endWhenIdle();
    }

    private void tellOthersOf(Member member) {
        crowd.tellOthers(member, new Crowd.ParticipantOf(member.handle()), member.toParticipant());
    }

    private void endWhenIdle() {
        if (roster.present().isEmpty() && !ended) {
            idleEnd = owner.schedule(
                    () -> end(Close.of(Code.CALL_ENDED, "the call was empty for long")),
                    context.limits().idle().toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    /** Ends the call for everybody. */
    void end(Close reason) {
        if (ended) {
            return;
        }
        ended = true;
        // In this order: whoever is told may come back at once, and then begins a new call, behind the end of this one.
        context.store().end(id, context.photos().clock().instant()).whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.error("the end of call {} could not be stored", id, failure);
            } else {
                context.captures().photoFinished(); // nothing more of any of them will come
            }
        });
        forget.run();
        photos.end();
        for (Seat seat : roster.seats()) {
            seat.leave();
            seat.link().close(reason);
            seat.member().gone();
            context.attendance().participantLeft();
        }
        publishListeners();
    }

    private void publishListeners() {
        listeners = roster.seats().stream()
                .map(seat -> new Listener(seat, seat.link()))
                .toList();
    }

    // ------------------------------------------------------------------ what all see

    void switchMode(Member by, Mode next) {
        if (mode != next) {
            mode = next;
            context.store().saveMode(id, next).whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.error("the mode of call {} could not be stored", id, failure);
                }
            });
        }
        crowd.tellAll(Mode.class, new ModeChanged(next, by.handle()));
    }

    void look(Member member, Optional<PhotoId> photo, boolean fullScreen) {
        member.look(photo, fullScreen);
        crowd.tellView(member);
    }

    void changed(StoredCapture capture) {
        Member member = roster.find(capture.by());
        if (member != null && member.seat() != null) {
            member.seat().changed(capture);
        }
    }

    /** @return false if the relay has stopped: the task is not run */
    boolean run(Runnable task) {
        try {
            owner.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Runs on the owner's thread, whatever thread this is. */
    <T> CompletableFuture<T> on(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        owner.execute(() -> {
            try {
                result.complete(task.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }
}
