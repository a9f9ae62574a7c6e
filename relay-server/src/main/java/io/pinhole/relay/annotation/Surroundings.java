package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.ServerFrame;
import java.time.Instant;

/** The call around its annotation. Called on the call's thread. */
public interface Surroundings {

    /** For one person on whatever connection it has now, if it has one. */
    void tell(PersonId person, ServerFrame frame);

    /** The handle of a person who is in the call; else 0. */
    int participant(PersonId person);

    /** The widgets of a photo have changed. */
    void edited(PhotoId photo, long revision, Instant time);
}
