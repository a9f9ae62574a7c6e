package io.pinhole.client;

import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.View;
import io.pinhole.protocol.frame.Welcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the relay has said of the call so far. Changed on the client's loop; others read the snapshots it publishes. */
final class CallState {

    private final Map<Integer, Participant> participants = new LinkedHashMap<>();
    private final Map<Integer, View> views = new LinkedHashMap<>();
    private final Map<PhotoId, PhotoEntry> photos = new LinkedHashMap<>();
    private boolean connected;
    private Optional<Participant> self = Optional.empty();
    private Set<Right> rights = Set.of();
    private Mode mode = Mode.VIDEO;
    private volatile CallSnapshot snapshot = take();

    CallSnapshot snapshot() {
        return snapshot;
    }

    /** Whether this client has been in the call before. */
    boolean wasJoined() {
        return self.isPresent();
    }

    boolean isSelf(PersonId person) {
        return self.isPresent() && self.get().person().equals(person);
    }

    /** The relay tells everything anew after it lets us in. */
    void joined(Welcome welcome) {
        connected = true;
        self = Optional.of(welcome.self());
        rights = welcome.rights();
        mode = welcome.mode();
        participants.clear();
        views.clear();
        photos.clear();
        snapshot = take();
    }

    void lost() {
        connected = false;
        snapshot = take();
    }

    void participant(Participant participant) {
        if (participant.presence() == Presence.GONE) {
            participants.remove(participant.handle());
            views.remove(participant.handle());
        } else {
            participants.put(participant.handle(), participant);
        }
        snapshot = take();
    }

    void mode(ModeChanged change) {
        mode = change.mode();
        snapshot = take();
    }

    void view(View view) {
        if (view.photo().isEmpty()) {
            views.remove(view.participant());
        } else {
            views.put(view.participant(), view);
        }
        snapshot = take();
    }

    void photo(PhotoEntry entry) {
        photos.put(entry.photo(), entry);
        snapshot = take();
    }

    private CallSnapshot take() {
        return new CallSnapshot(connected, self, rights, mode, copy(participants), copy(views), copy(photos));
    }

    private static <K, V> Map<K, V> copy(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
