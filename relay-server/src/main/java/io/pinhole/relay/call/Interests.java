package io.pinhole.relay.call;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Want;
import io.pinhole.relay.photo.Photo;
import io.pinhole.relay.photo.PhotoList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/** Tells those who upload which of their photos the others wait for. Owned by the call's thread. */
final class Interests {

    /** Fits the frame twice over; no client has as many on their way. */
    static final int MAX_WANTS = 64;

    private final Roster roster;
    private final PhotoList photos;
    private final InterestPace pace;

    Interests(Roster roster, PhotoList photos, ScheduledExecutorService owner) {
        this.roster = roster;
        this.photos = photos;
        this.pace = new InterestPace(owner, this::tell);
    }

    /** Somebody looks at another photo, opened or shut one, came with one, or left. */
    void changed() {
        pace.changed();
    }

    private boolean tell() {
        boolean isNews = false;
        for (Seat seat : roster.seats()) {
            List<Photo> arriving = arriving(seat.person());
            isNews |= !arriving.isEmpty() && seat.photos().tell(wants(arriving, seat), seat);
        }
        return isNews;
    }

    /** A draft is nobody else's to want. */
    private List<Photo> arriving(PersonId author) {
        return photos.published().stream()
                .filter(photo ->
                        photo.state() == PhotoState.ARRIVING && photo.author().equals(author))
                .toList();
    }

    private List<Want> wants(List<Photo> arriving, Seat author) {
        List<Seat> others =
                roster.seats().stream().filter(seat -> seat != author).toList();
        List<Want> wants = new ArrayList<>();
        for (Photo photo : arriving) {
            want(photo, Rendition.WORKING, others).ifPresent(wants::add);
            want(photo, Rendition.ORIGINAL, others).ifPresent(wants::add);
        }
        wants.sort(Comparator.comparingInt(Want::viewers).reversed()); // stable: else in the order of sharing
        return wants.stream().limit(MAX_WANTS).toList();
    }

    private static Optional<Want> want(Photo photo, Rendition rendition, List<Seat> others) {
        if (!photo.awaits(rendition)) {
            return Optional.empty();
        }
        boolean isRead = others.stream().anyMatch(seat -> seat.photos().isReading(photo.id(), rendition));
        long viewers =
                others.stream().filter(seat -> isViewer(seat, photo, rendition)).count();
        return isRead || viewers > 0 ? Optional.of(new Want(photo.id(), rendition, (int) viewers)) : Optional.empty();
    }

    /** Whoever looks at a photo waits for its working copy, opened or not; for its original only if it was asked for. */
    private static boolean isViewer(Seat seat, Photo photo, Rendition rendition) {
        boolean looks = seat.member().viewed().filter(photo.id()::equals).isPresent();
        return looks && (rendition == Rendition.WORKING || seat.photos().isReading(photo.id(), rendition));
    }
}
