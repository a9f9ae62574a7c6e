package io.pinhole.client;

import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Presence;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The photos that are followed, and what names the relay has for photos and people. On the client's loop, save {@link #of}. */
final class Followed {

    private final Map<PhotoId, Sheet> sheets = new ConcurrentHashMap<>();
    private final Map<PhotoId, Integer> handles = new HashMap<>();
    private final Map<Integer, PhotoId> photos = new HashMap<>();
    private final Map<Integer, PersonId> people = new HashMap<>();
    private final Set<Integer> present = new HashSet<>();
    private final Set<PhotoId> everKnown = new HashSet<>();
    private final Set<Sheet> toAsk = new LinkedHashSet<>();

    /** From any thread. */
    Sheet of(PhotoId photo, Function<PhotoId, Sheet> begun) {
        return sheets.computeIfAbsent(photo, begun);
    }

    @Nullable Sheet of(PhotoId photo) {
        return sheets.get(photo);
    }

    /** Null if the photo of that handle is not followed. */
    @Nullable Sheet byHandle(int handle) {
        PhotoId photo = photos.get(handle);
        return photo == null ? null : sheets.get(photo);
    }

    Collection<Sheet> all() {
        return List.copyOf(sheets.values());
    }

    /** The relay has a name for the photo on this connection. */
    void bind(PhotoId photo, int handle) {
        everKnown.add(photo);
        photos.put(handle, photo);
        Sheet sheet = sheets.get(photo);
        if (handles.put(photo, handle) == null && sheet != null) {
            toAsk.add(sheet);
        }
    }

    /** A handle of oneself. */
    void bind(int participant, PersonId person) {
        people.put(participant, person);
    }

    /**
     * Who is gone is kept: operations of that person may still come.
     *
     * @return whether the handle was another person's before
     */
    boolean on(Participant participant) {
        PersonId before = people.put(participant.handle(), participant.person());
        if (participant.presence() == Presence.GONE) {
            present.remove(participant.handle());
        } else {
            present.add(participant.handle());
        }
        return before != null && !before.equals(participant.person());
    }

    /** Whether somebody of that handle is in the call, or about to come back. */
    boolean isPresent(int participant) {
        return present.contains(participant);
    }

    @Nullable PersonId person(int participant) {
        return people.get(participant);
    }

    void lost() {
        handles.clear();
        photos.clear();
        present.clear();
        toAsk.clear();
    }

    boolean wasKnown(PhotoId photo) {
        return everKnown.contains(photo);
    }

    /** Null if the relay has not named it on this connection. */
    @Nullable Integer handle(PhotoId photo) {
        return handles.get(photo);
    }

    /** Where operations may be sent now. */
    Optional<Outgoing.Place> place(OwnOperation own) {
        Optional<Outgoing.Place> place = place(own.photo());
        return place.isPresent() || !own.isAbandoned()
                ? place
                : sheets.keySet().stream().flatMap(any -> place(any).stream()).findFirst();
    }

    private Optional<Outgoing.Place> place(PhotoId photo) {
        Integer handle = handles.get(photo);
        Sheet sheet = sheets.get(photo);
        return handle == null || sheet == null
                ? Optional.empty()
                : sheet.epoch().map(epoch -> new Outgoing.Place(handle, epoch));
    }

    void ask(Sheet sheet) {
        if (handles.containsKey(sheet.photo())) {
            toAsk.add(sheet);
        }
    }

    /** Asks the relay for what is missing. */
    Optional<Have> questions() {
        List<HavePhoto> photosAsked = toAsk.stream().map(Sheet::have).toList();
        toAsk.clear();
        return photosAsked.isEmpty() ? Optional.empty() : Optional.of(new Have(photosAsked));
    }
}
