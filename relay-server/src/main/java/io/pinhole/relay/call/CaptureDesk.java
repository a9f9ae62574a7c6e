package io.pinhole.relay.call;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.CaptureName;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.Captured;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Save;
import io.pinhole.relay.photo.Photo;
import io.pinhole.relay.store.CaptureStore.Saved;
import io.pinhole.relay.store.NewCapture;
import io.pinhole.relay.store.StoredCapture;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one connection saves. On the call's thread. */
final class CaptureDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureDesk.class);
    private static final int PER_SECOND = 5;
    private static final int RETRY_MILLIS = 1000;

    private final Call call;
    private final Seat seat;
    private final Pace pace = new Pace(PER_SECOND, System.nanoTime());

    CaptureDesk(Call call, Seat seat) {
        this.call = call;
        this.seat = seat;
    }

    /** What was saved before is answered as before, whatever has happened to its photo since. */
    void save(Save request) throws RefusedException {
        requireCapability();
        call.context().permissions().require(seat.member().grant(), Right.SAVE);
        CaptureName name = CaptureName.of(request.name());
        Photo photo = call.photos().visibleTo(seat.person(), request.photo());
        if (!pace.take(1, System.nanoTime())) {
            refuse(
                    request,
                    Refusal.of(Code.TOO_FAST, "more than " + PER_SECOND + " captures a second")
                            .retryAfter(RETRY_MILLIS));
            return;
        }
        call.context()
                .captures()
                .find(request.capture())
                .whenCompleteAsync(
                        (known, failure) -> {
                            if (known == null) {
                                unavailable(request, failure);
                            } else if (known.isPresent()) {
                                keep(request, name);
                            } else {
                                keepNew(request, name, photo);
                            }
                        },
                        call.owner());
    }

    /** Tells of a capture that was saved here, or by the same person before. */
    void changed(StoredCapture capture) {
        if (seat.capabilities().contains(Capability.CAPTURE)) {
            seat.tell(captured(0, capture));
        }
    }

    private void keepNew(Save request, CaptureName name, Photo photo) {
        try {
            requirePossible(request, photo);
            keep(request, name);
        } catch (RefusedException e) {
            refuse(request, Refusal.of(e));
        }
    }

    private void requirePossible(Save request, Photo photo) throws RefusedException {
        if (photo.state().isOver()) {
            throw new RefusedException(Code.PHOTO_OVER, "photo " + photo.id() + " is " + photo.state());
        }
        if (request.epoch() != photo.epoch()) {
            throw new RefusedException(Code.EPOCH_CHANGED, "the photo's log has begun epoch " + photo.epoch());
        }
        long newest = call.annotations().revision(photo.id());
        if (request.revision() < 0 || request.revision() > newest) {
            throw new RefusedException(Code.REVISION_UNKNOWN, "the photo's log goes up to revision " + newest);
        }
    }

    private void keep(Save request, CaptureName name) {
        NewCapture capture = new NewCapture(
                request.capture(),
                name,
                request.photo(),
                request.epoch(),
                request.revision(),
                seat.person(),
                call.context().photos().clock().instant());
        call.context()
                .captures()
                .save(call.id(), capture)
                .whenCompleteAsync((saved, failure) -> answer(request, saved, failure), call.owner());
    }

    private void answer(Save request, @Nullable Saved saved, @Nullable Throwable failure) {
        if (saved instanceof Saved.Kept kept) {
            seat.tell(captured(request.request(), kept.capture()));
        } else if (saved instanceof Saved.Conflict) {
            refuse(request, Refusal.of(Code.CAPTURE_CONFLICT, "the id stands for another capture"));
        } else if (saved instanceof Saved.NameTaken) {
            refuse(request, Refusal.of(Code.CAPTURE_NAME_TAKEN, "there is a capture of that name in this call"));
        } else {
            unavailable(request, failure);
        }
    }

    private void unavailable(Save request, @Nullable Throwable failure) {
        LOG.error("capture {} in call {} could not be kept: {}", request.capture(), call.id(), String.valueOf(failure));
        refuse(
                request,
                Refusal.of(Code.STORE_UNAVAILABLE, "the capture could not be stored")
                        .retryAfter(RETRY_MILLIS));
    }

    private void refuse(Save request, Refusal refusal) {
        seat.tell(new Reply(request.request(), Optional.of(refusal)));
    }

    private void requireCapability() throws RefusedException {
        if (!seat.capabilities().contains(Capability.CAPTURE)) {
            throw new RefusedException(Code.UNSUPPORTED, "capture is not among the capabilities of Welcome");
        }
    }

    private static Captured captured(int request, StoredCapture capture) {
        return new Captured(
                request,
                capture.id(),
                capture.state(),
                capture.state() == CaptureState.FAILED
                        ? Optional.of(Refusal.of(
                                Code.CAPTURE_FAILED, capture.failure().orElse("there is no picture of it")))
                        : Optional.empty());
    }
}
