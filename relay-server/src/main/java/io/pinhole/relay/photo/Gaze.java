package io.pinhole.relay.photo;

import io.pinhole.protocol.frame.PhotoId;
import java.util.Optional;

/** The photo that a person looks at. Turned on the call's thread, followed by those of links. */
public final class Gaze {

    private volatile Optional<PhotoId> photo;

    public Gaze(Optional<PhotoId> photo) {
        this.photo = photo;
    }

    /** From now on at this photo, or at none: what is read next is chosen accordingly. */
    public void turn(Optional<PhotoId> next) {
        photo = next;
    }

    boolean isOn(PhotoId other) {
        return photo.isPresent() && photo.get().equals(other);
    }
}
