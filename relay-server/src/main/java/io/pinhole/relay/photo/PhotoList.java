package io.pinhole.relay.photo;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Offer;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Stored;
import io.pinhole.protocol.frame.Texts;
import io.pinhole.relay.store.StoredPhoto;
import io.pinhole.relay.store.StoredRendition;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The photos of one call, from offer to end of life. Owned by the call's thread. */
public final class PhotoList implements Intake.Outcome {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoList.class);

    private final CallId call;
    private final PhotoShelf shelf;
    private final Audience audience;
    private final ScheduledExecutorService owner;
    private final PhotoRows rows;
    private final Intake intake;
    private final ListPace pace;
    private final Map<PhotoId, Photo> photos = new LinkedHashMap<>();
    private final Map<Integer, Photo> byHandle = new HashMap<>();
    private final Expiries expiries;

    public PhotoList(CallId call, PhotoShelf shelf, Audience audience, ScheduledExecutorService owner) {
        this.call = call;
        this.shelf = shelf;
        this.audience = audience;
        this.owner = owner;
        this.rows = new PhotoRows(call, shelf, owner);
        this.intake = new Intake(shelf, rows, owner, this);
        this.pace = new ListPace(owner, audience::entryChanged);
        this.expiries = new Expiries(owner, shelf.limits().suspended(), this::expire);
    }

    /**
     * Takes over what the store has.
     *
     * @param revisions of those photos that have been edited
     */
    public void restore(List<StoredPhoto> stored, Map<PhotoId, Long> revisions) {
        for (StoredPhoto s : stored) {
            Photo photo = photo(s);
            photo.edited(revisions.getOrDefault(s.id(), 0L), s.updated());
            put(photo);
            if (photo.state() == PhotoState.SUSPENDED) {
                expiries.begin(photo);
            }
        }
    }

    /** What is in everybody's list, in the order of the offers. */
    public List<Photo> published() {
        return photos.values().stream().filter(Photo::isPublished).toList();
    }

    public Optional<Photo> find(PhotoId id) {
        return Optional.ofNullable(photos.get(id));
    }

    /** A photo that this person may know of. */
    public Photo visibleTo(PersonId person, PhotoId id) throws RefusedException {
        Photo photo = photos.get(id);
        if (photo == null || !(photo.isPublished() || photo.author().equals(person))) {
            throw new RefusedException(Code.PHOTO_UNKNOWN, "there is no photo " + id);
        }
        return photo;
    }

    /** As {@link #visibleTo(PersonId, PhotoId)}, by the handle that everybody knows. */
    public Photo visibleTo(PersonId person, int handle) throws RefusedException {
        Photo photo = byHandle.get(handle);
        if (photo == null) {
            throw new RefusedException(Code.PHOTO_UNKNOWN, "there is no photo with handle " + handle);
        }
        return visibleTo(person, photo.id());
    }

    /** A photo of which more may come, or be changed, by its author. */
    public Photo ownedBy(PersonId person, PhotoId id) throws RefusedException {
        Photo photo = visibleTo(person, id);
        if (!photo.author().equals(person)) {
            throw new RefusedException(Code.PHOTO_NOT_YOURS, "photo " + id + " is somebody else's");
        }
        requireNotOver(photo);
        return photo;
    }

    /** Takes a photo in that was not known. */
    public Photo add(Offer offer, PersonId author) throws RefusedException {
        shelf.limits().check(offer.renditions());
        if (photos.size() >= shelf.limits().photosPerCall()) {
            throw new RefusedException(
                    Code.TOO_MANY_PHOTOS, "a call has at most " + shelf.limits().photosPerCall() + " photos");
        }
        int number = photos.size() + 1;
        String title = Texts.displayName(offer.title(), "the title");
        Instant now = shelf.clock().instant();
        StoredPhoto stored = new StoredPhoto(
                offer.photo(),
                number,
                author,
                title.isEmpty() ? "Photo " + number : title,
                now,
                now,
                false,
                PhotoState.ARRIVING,
                1,
                offer.renditions().stream().map(StoredRendition::offered).toList());
        Photo photo = photo(stored);
        photo.become(PhotoState.ARRIVING);
        put(photo);
        photo.files().forEach(file -> intake.begin(photo, file));
        rows.add(photo, stored);
        return photo;
    }

    /** The same offer again; done when the photo is ready for its next bytes. */
    public CompletableFuture<Photo> addAgain(Offer offer, PersonId author) throws RefusedException {
        Photo photo = photos.get(offer.photo());
        if (photo == null) {
            throw new RefusedException(Code.PHOTO_UNKNOWN, "there is no photo " + offer.photo());
        }
        if (!photo.author().equals(author) || !photo.isOfferedAs(offer.renditions())) {
            throw new RefusedException(
                    Code.PHOTO_CONFLICT, "photo " + offer.photo() + " is known with another content");
        }
        requireNotOver(photo);
        return intake.resume(photo).thenApplyAsync(done -> resumed(photo), owner);
    }

    /** The file that bytes from this offset on would belong to. */
    public Receiving receive(Photo photo, Rendition rendition, long offset) throws RefusedException {
        RenditionFile file = photo.file(rendition);
        Upload upload = file.upload();
        if (upload == null && !file.isVerified()) {
            throw new RefusedException(Code.BAD_REQUEST, "photo " + photo.id() + " must be offered again first");
        }
        long expected = upload == null ? file.stored() : upload.position();
        if (offset != expected) {
            throw new RefusedException(
                    Code.WRONG_OFFSET, rendition + " of photo " + photo.id() + " goes on at " + expected);
        }
        resumed(photo);
        return new Receiving(intake, photo, file);
    }

    public void publish(Photo photo) {
        if (!photo.isPublished()) {
            photo.publish();
            rows.save(photo);
            pace.now(photo);
            audience.published(photo);
        }
    }

    public void rename(Photo photo, String title) throws RefusedException {
        String clean = Texts.displayName(title, "the title");
        if (clean.isEmpty()) {
            throw new RefusedException(Code.BAD_TEXT, "the title is empty");
        }
        photo.rename(clean, shelf.clock().instant());
        rows.save(photo);
        pace.now(photo);
    }

    /** Its widgets have changed. */
    public void edited(Photo photo, long revision, Instant time) {
        photo.edited(revision, time);
        pace.later(photo);
    }

    public void withdraw(Photo photo) {
        move(photo, PhotoState.WITHDRAWN);
    }

    /** The uploader's connection is gone: what was arriving waits. */
    public void suspend(PersonId author) {
        for (Photo photo : photos.values()) {
            if (photo.author().equals(author) && photo.state() == PhotoState.ARRIVING) {
                move(photo, PhotoState.SUSPENDED);
                expiries.begin(photo);
            }
        }
    }

    /** A cursor into a rendition, from this offset on. */
    public Reading read(Photo photo, Rendition rendition, long offset) throws RefusedException {
        requireNotOver(photo);
        RenditionFile file = photo.file(rendition);
        if (offset > file.info().size()) {
            throw new RefusedException(
                    Code.WRONG_OFFSET, rendition + " has " + file.info().size() + " bytes, not " + offset);
        }
        intake.survey(file);
        return new Reading(photo, file, offset, shelf.meter());
    }

    /** The call is over: nothing expires any more, and what is on its way goes nowhere. */
    public void end() {
        rows.end();
        expiries.endAll();
        photos.values().forEach(Photo::end);
    }

    @Override
    public void progressed(Photo photo, RenditionFile file, Stored stored) {
        audience.tell(photo.author(), stored);
        pace.later(photo);
    }

    @Override
    public void completed(Photo photo) {
        pace.now(photo);
        shelf.finished().run();
    }

    @Override
    public void failed(Photo photo, Code code, String message) {
        if (!photo.state().isOver()) {
            LOG.info("photo {} of call {} failed: {} {}", photo.id(), call, code, message);
            move(photo, PhotoState.FAILED);
        }
    }

    private Photo resumed(Photo photo) {
        if (photo.state() == PhotoState.SUSPENDED && audience.isHere(photo.author())) {
            move(photo, PhotoState.ARRIVING);
        }
        return photo;
    }

    private void move(Photo photo, PhotoState state) {
        if (photo.become(state)) {
            expiries.end(photo);
            rows.save(photo);
            pace.now(photo);
        }
    }

    private void expire(Photo photo) {
        if (photo.state() == PhotoState.SUSPENDED) { // its last bytes may have been stored since
            move(photo, PhotoState.EXPIRED);
        }
    }

    private void put(Photo photo) {
        photos.put(photo.id(), photo);
        byHandle.put(photo.handle(), photo);
    }

    private Photo photo(StoredPhoto stored) {
        return new Photo(
                stored,
                stored.renditions().stream()
                        .map(r ->
                                RenditionFile.of(new RenditionKey(call, stored.id(), r.rendition()), r, shelf.cache()))
                        .toList());
    }

    private static void requireNotOver(Photo photo) throws RefusedException {
        if (photo.state().isOver()) {
            throw new RefusedException(Code.PHOTO_OVER, "photo " + photo.id() + " is " + photo.state());
        }
    }
}
