package io.pinhole.relay.call;

import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.frame.View;
import io.pinhole.protocol.link.LineMemory;
import io.pinhole.relay.auth.Grant;
import io.pinhole.relay.store.StoredMember;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A person of a call, there or not. Owned by the call's thread. */
final class Member {

    private static final int MAX_MISSED = 64;

    private Grant grant;
    private final Set<Sha256> secrets = new LinkedHashSet<>();
    private int handle;
    private Presence presence = Presence.GONE;
    private @Nullable Seat seat;
    private @Nullable Future<?> patience;
    private Optional<PhotoId> viewed = Optional.empty();
    private boolean fullScreen;
    private final Deque<ServerFrame> missed = new ArrayDeque<>();
    private Optional<LineMemory> memory = Optional.empty();

    Member(Grant grant) {
        this.grant = grant;
    }

    Member(StoredMember stored) {
        this.grant = stored.grant();
        this.secrets.addAll(stored.resumeSecrets());
    }

    PersonId person() {
        return grant.person();
    }

    Grant grant() {
        return grant;
    }

    /** A newer token may say something else of the same person. */
    void grant(Grant newer) {
        grant = newer;
    }

    boolean knows(Sha256 secret) {
        return secrets.contains(secret);
    }

    /** A secret was used: its predecessor dies. */
    void used(Sha256 secret) {
        secrets.retainAll(Set.of(secret));
    }

    /** Adds the next secret; of those before only the newest stays, until this one is first used. */
    void addSecret(Sha256 next) {
        while (secrets.size() > 1) {
            secrets.remove(secrets.iterator().next());
        }
        secrets.add(next);
    }

    /** 0 while gone. */
    int handle() {
        return handle;
    }

    Presence presence() {
        return presence;
    }

    /** The connection in use, or null. */
    @Nullable Seat seat() {
        return seat;
    }

    void sit(Seat newest, int withHandle) {
        stopWaiting();
        seat = newest;
        memory.ifPresent(known -> newest.link().recall(known));
        handle = withHandle;
        presence = Presence.HERE;
    }

    /** Something that this person should still be told; of too much, the oldest is let go. */
    void missed(ServerFrame frame) {
        missed.add(frame);
        if (missed.size() > MAX_MISSED) {
            missed.remove();
        }
    }

    /** What was missed, once. */
    List<ServerFrame> takeMissed() {
        List<ServerFrame> taken = List.copyOf(missed);
        missed.clear();
        return taken;
    }

    /** What a connection that is over knew of its line; the next one may be there already. */
    void remember(LineMemory known) {
        memory = Optional.of(known);
        if (seat != null) {
            seat.link().recall(known);
        }
    }

    void lost(Future<?> waiting) {
        seat = null;
        patience = waiting;
        presence = Presence.RECONNECTING;
    }

    void gone() {
        stopWaiting();
        seat = null;
        presence = Presence.GONE;
        viewed = Optional.empty();
        fullScreen = false;
    }

    void look(Optional<PhotoId> photo, boolean inFullScreen) {
        viewed = photo;
        fullScreen = inFullScreen;
    }

    Optional<PhotoId> viewed() {
        return viewed;
    }

    /** Looks at another photo in full screen, and so does not see the list. */
    boolean isAbsorbedBesides(PhotoId photo) {
        return fullScreen && viewed.isPresent() && !viewed.get().equals(photo);
    }

    View view() {
        return new View(handle, viewed, fullScreen);
    }

    Participant toParticipant() {
        return new Participant(handle, person(), grant.name(), grant.role(), grant.client(), presence);
    }

    StoredMember toStored() {
        return new StoredMember(grant, secrets);
    }

    private void stopWaiting() {
        if (patience != null) {
            patience.cancel(false);
            patience = null;
        }
    }
}
