package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.relay.annotation.Surroundings;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is in the call, and what they are told of each other, as a call does it. On the call's thread. */
final class Attendance implements Surroundings {

    private static final PersonId AUTHOR = new PersonId("author");

    private final Map<PersonId, Place> places = new LinkedHashMap<>();
    private final Map<WidgetId, PersonId> drawers = new HashMap<>();
    private final RelayHalf relay;
    private final Plant plant;

    /** The key under which only the newest holder of a handle waits. */
    private record ParticipantOf(int handle) {}

    /** A person who is in the call, or was. */
    private static final class Place {
        private final PersonId person;
        private int handle;
        private Presence presence = Presence.GONE;
        private Seat seat;

        private Place(PersonId person) {
            this.person = person;
        }

        private Participant toParticipant() {
            return new Participant(handle, person, "", Role.EXPERT, ClientKind.DESKTOP, presence);
        }
    }

    Attendance(RelayHalf relay, Plant plant) {
        this.relay = relay;
        this.plant = plant;
    }

    /** The relay has died. */
    void clear() {
        places.clear();
    }

    /** A connection is there; an older one of the same person ends. */
    void joins(Seat seat) {
        relay.later(() -> {
            Place place = places.computeIfAbsent(seat.person(), Place::new);
            if (place.seat != null) {
                place.seat.leave();
            }
            place.handle = handleFor(place);
            place.presence = Presence.HERE;
            place.seat = seat;
            greet(place);
            tellOthers(place);
        });
    }

    void lost(Seat seat) {
        relay.later(() -> {
            Place place = places.get(seat.person());
            if (place != null && place.seat == seat) {
                seat.leave();
                place.seat = null;
                place.presence = Presence.RECONNECTING;
                tellOthers(place);
            }
        });
    }

    /** Nobody waits any longer for who has lost the connection. */
    void gone(PersonId person) {
        relay.later(() -> {
            Place place = places.get(person);
            if (place != null && place.presence == Presence.RECONNECTING) {
                place.presence = Presence.GONE;
                seats().forEach(seat -> seat.link().forgetSigns(place.handle));
                if (plant != Plant.GOING_UNTOLD) {
                    tellOthers(place);
                }
            }
        });
    }

    private int handleFor(Place place) {
        if (place.presence != Presence.GONE) {
            return place.handle;
        }
        List<Integer> taken = present().stream().map(other -> other.handle).toList();
        int handle = 1;
        while (taken.contains(handle)) {
            handle++;
        }
        return handle;
    }

    private List<Place> present() {
        return places.values().stream()
                .filter(place -> place.presence != Presence.GONE)
                .toList();
    }

    private List<Seat> seats() {
        return places.values().stream()
                .map(place -> place.seat)
                .filter(seat -> seat != null)
                .toList();
    }

    // ------------------------------------------------------------------ what they are told

    private void greet(Place self) {
        self.seat.link().send(welcome(self));
        for (Place other : present()) {
            if (other != self) {
                self.seat.link().replace(new ParticipantOf(other.handle), other.toParticipant());
            }
        }
        relay.photos().forEach(photo -> self.seat.link().replace(photo, entry(photo)));
    }

    private Welcome welcome(Place self) {
        return new Welcome(
                1,
                Set.of(Capability.ANNOTATE),
                RelayHalf.CALL,
                self.toParticipant(),
                self.seat.whyNotModerate().isEmpty() ? Set.of(Right.ANNOTATE, Right.MODERATE) : Set.of(Right.ANNOTATE),
                "",
                false,
                Mode.PHOTO,
                relay.clock().millis(),
                10_000,
                0);
    }

    private PhotoEntry entry(PhotoId id) {
        int handle = relay.photo(id).handle();
        long revision = relay.store().log(id).size();
        return new PhotoEntry(
                handle, id, "", AUTHOR, 1, 1, PhotoState.STORED, 10, 10, List.of(), relay.epoch(), revision);
    }

    private void tellOthers(Place about) {
        for (Seat seat : seats()) {
            if (seat != about.seat) {
                seat.link().replace(new ParticipantOf(about.handle), about.toParticipant());
            }
        }
    }

    // ------------------------------------------------------------------ strokes

    /** A piece of a stroke is shown to the others. */
    void draws(PersonId person, WidgetId stroke) {
        drawers.put(stroke, person);
    }

    /** Whether the stroke was drawn by who has this handle now. */
    boolean isDrawnBy(int participant, WidgetId stroke) {
        return participant != 0 && participant(drawers.get(stroke)) == participant;
    }

    // ------------------------------------------------------------------ what annotation sees of it

    @Override
    public void tell(PersonId person, ServerFrame frame) {
        Place place = places.get(person);
        if (place != null && place.seat != null) {
            place.seat.tell(frame);
        }
    }

    @Override
    public int participant(PersonId person) {
        Place place = places.get(person);
        return place == null || place.presence == Presence.GONE ? 0 : place.handle;
    }

    @Override
    public void edited(PhotoId photo, long revision, Instant time) {}
}
