package io.pinhole.client;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is refused here, without asking the relay. On the client's loop. */
final class Gate {

    private static final String NOT_BURNT_IN =
            "a redaction on a photo that is not published must be burnt into its pixels before it is offered";

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
        Optional<Refusal> refusal = whyNot(photo);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (isRedaction(operation) && own.isUnpublished(photo)) {
            return Optional.of(Refusal.of(Code.BAD_REQUEST, NOT_BURNT_IN));
        }
        return Outgoing.isTooLong(operation)
                ? Optional.of(Refusal.of(Code.TOO_MANY_POINTS, "too much for one operation"))
                : Optional.empty();
    }

    private static boolean isRedaction(Operation operation) {
        return operation instanceof Operation.Create create && create.kind() == WidgetKind.REDACTION;
    }

    /** For when the relay has named all that there are: whether this is none of them. */
    boolean isGone(PhotoId photo) {
        return followed.handle(photo) == null && !own.isBeingShared(photo);
    }
}
