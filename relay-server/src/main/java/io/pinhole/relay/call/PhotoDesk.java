package io.pinhole.relay.call;

import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Interest;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Offer;
import io.pinhole.protocol.frame.Offered;
import io.pinhole.protocol.frame.Open;
import io.pinhole.protocol.frame.Opened;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Publish;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rename;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Seen;
import io.pinhole.protocol.frame.Shown;
import io.pinhole.protocol.frame.Upload;
import io.pinhole.protocol.frame.UploadFailed;
import io.pinhole.protocol.frame.Want;
import io.pinhole.protocol.frame.Withdraw;
import io.pinhole.protocol.link.Link;
import io.pinhole.relay.photo.Gaze;
import io.pinhole.relay.photo.Photo;
import io.pinhole.relay.photo.Reading;
import io.pinhole.relay.photo.Receiving;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What one connection does with photos: the handles it sends under, and those it reads under. On the call's thread. */
final class PhotoDesk {

    private static final int MAX_OPEN = 256;

    private final Call call;
    private final Member member;
    private final Link link;
    private final Map<Integer, Receiving> uploads = new HashMap<>();
    private final Map<Integer, Reading.Download> downloads = new HashMap<>();
    private final Gaze gaze;
    private List<Want> told = List.of();
    private int lastDownload;

    PhotoDesk(Call call, Member member, Link link) {
        this.call = call;
        this.member = member;
        this.link = link;
        this.gaze = new Gaze(member.viewed());
    }

    void offer(Offer offer, Seat seat) throws RefusedException {
        require(Right.SHARE);
        if (call.photos().find(offer.photo()).isPresent()) {
            CompletableFuture<Photo> ready = call.photos().addAgain(offer, member.person());
            ready.whenCompleteAsync(
                    (photo, failure) -> {
                        if (photo != null) {
                            seat.tell(offered(offer, photo));
                        } else {
                            seat.tell(new Reply(
                                    offer.request(),
                                    Optional.of(Refusal.of(Code.STORE_UNAVAILABLE, "the stored bytes could not be read")
                                            .retryAfter(1000))));
                        }
                    },
                    call.owner());
            return;
        }
        if (call.mode() != Mode.PHOTO) {
            throw new RefusedException(Code.NOT_IN_PHOTO_MODE, "photos are shared in photo mode");
        }
        seat.tell(offered(offer, call.photos().add(offer, member.person())));
    }

    void upload(Upload request) throws RefusedException {
        require(Right.SHARE);
        Photo photo = own(request.photo());
        uploads.put(request.handle(), call.photos().receive(photo, request.rendition(), request.offset()));
        call.interests().changed();
    }

    /** Chunks of an upload that was refused are on their way already; they are let go. */
    void chunk(Chunk chunk, Seat seat) {
        int bytes = chunk.data().readableBytes();
        Receiving upload = uploads.get(chunk.handle());
        if (upload == null) {
            link.taken(bytes);
            return;
        }
        try {
            upload.accept(chunk, () -> link.taken(bytes));
        } catch (RefusedException e) {
            uploads.remove(chunk.handle());
            seat.tell(new UploadFailed(chunk.handle(), Refusal.of(e)));
            link.taken(bytes);
        }
    }

    void publish(Publish request) throws RefusedException {
        require(Right.SHARE);
        call.photos().publish(own(request.photo()));
    }

    void rename(Rename request) throws RefusedException {
        require(Right.SHARE);
        call.photos().rename(own(request.photo()), request.title());
    }

    void withdraw(Withdraw request) throws RefusedException {
        require(Right.SHARE);
        call.photos().withdraw(own(request.photo()));
    }

    void open(Open request, Seat seat) throws RefusedException {
        requireSight(request.rendition());
        downloads.values().removeIf(Reading.Download::isOver);
        if (downloads.size() >= MAX_OPEN) {
            throw new RefusedException(Code.TOO_FAST, "more than " + MAX_OPEN + " renditions open at once");
        }
        Photo photo = call.photos().visibleTo(member.person(), request.photo());
        start(
                request.request(),
                photo,
                call.photos().read(photo, request.rendition(), request.offset()),
                request.offset(),
                seat);
        call.interests().changed();
    }

    void pushPreview(Photo photo, Seat seat) {
        try {
            start(0, photo, call.photos().read(photo, Rendition.PREVIEW, 0), 0, seat);
        } catch (RefusedException e) {
            // A photo without a preview has nothing to push.
            assert e.code() == Code.RENDITION_UNKNOWN : e;
        }
    }

    void shut(int handle) {
        Reading.Download download = downloads.remove(handle);
        if (download != null) {
            download.shut();
            call.interests().changed();
        }
    }

    /** Its person looks elsewhere: what comes here is ordered accordingly from the next chunk on. */
    void look(Optional<PhotoId> photo) {
        gaze.turn(photo);
        call.interests().changed();
    }

    /** Whether this client has asked for it and not yet got it, or not yet heard that it has. */
    boolean isReading(PhotoId photo, Rendition rendition) {
        return downloads.values().stream().anyMatch(download -> download.isOf(photo, rendition));
    }

    /**
     * Tells this client what the others want of its photos, unless it knows.
     *
     * @return whether it had to be told
     */
    boolean tell(List<Want> wants, Seat seat) {
        if (wants.equals(told)) {
            return false;
        }
        told = wants;
        seat.tell(Interest.class, new Interest(wants));
        return true;
    }

    /** Tells the author that somebody has it whole; what is not visible is not news. */
    void shown(Shown shown) throws RefusedException {
        requireSight(shown.rendition());
        call.photos().find(shown.photo()).filter(Photo::isPublished).ifPresent(photo -> {
            if (!photo.author().equals(member.person())) {
                call.crowd().tellEvenLater(photo.author(), new Seen(shown.photo(), shown.rendition(), member.handle()));
            }
        });
    }

    void close() {
        downloads.values().forEach(Reading.Download::shut);
        downloads.clear();
        uploads.clear();
        call.interests().changed();
    }

    private void start(int request, Photo photo, Reading reading, long offset, Seat seat) {
        int handle = ++lastDownload;
        seat.tell(new Opened(request, handle, photo.id(), offset, reading.info()));
        downloads.put(handle, reading.start(handle, gaze, link));
    }

    private Photo own(PhotoId id) throws RefusedException {
        return call.photos().ownedBy(member.person(), id);
    }

    private void requireSight(Rendition rendition) throws RefusedException {
        require(rendition == Rendition.ORIGINAL ? Right.ORIGINAL : Right.VIEW);
    }

    private void require(Right right) throws RefusedException {
        call.context().permissions().require(member.grant(), right);
    }

    private static Offered offered(Offer offer, Photo photo) {
        return new Offered(offer.request(), photo.id(), photo.handle(), photo.storedUpTo(), photo.isPublished());
    }
}
