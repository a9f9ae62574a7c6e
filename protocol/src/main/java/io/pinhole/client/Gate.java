package io.pinhole.client;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.widget.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is refused here, without asking the relay. On the client's loop. */
final class Gate {

    private final Followed followed;
    private final OwnPhotos own;
    private @Nullable Refusal closed;

    Gate(Followed followed, OwnPhotos own) {
        this.followed = followed;
        this.own = own;
    }

    void open() {
        closed = null;
    }

    void close(Refusal reason) {
        closed = reason;
    }

    /** Empty if something may be done with the photo. */
    Optional<Refusal> whyNot(PhotoId photo) {
        if (closed != null) {
            return Optional.of(closed);
        }
        return followed.wasKnown(photo) || own.isBeingShared(photo)
                ? Optional.empty()
                : Optional.of(Refusal.of(Code.PHOTO_UNKNOWN, "no such photo"));
    }

    /** Empty if it may be sent. */
    Optional<Refusal> whyNot(PhotoId photo, Operation operation) {
        return whyNot(photo)
                .or(() -> Outgoing.isTooLong(operation)
                        ? Optional.of(Refusal.of(Code.TOO_MANY_POINTS, "too much for one operation"))
                        : Optional.empty());
    }

    /** For when the relay has named all that there are: whether this is none of them. */
    boolean isGone(PhotoId photo) {
        return followed.handle(photo) == null && !own.isBeingShared(photo);
    }
}
