package io.pinhole.relay.photo;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.ServerFrame;

/** Who is told what happens to a call's photos. Called on the call's thread. */
public interface Audience {

    /** A published photo's line in the list is new, or another. */
    void entryChanged(Photo photo);

    /** A photo has just become visible to all. */
    void published(Photo photo);

    /** Whether a person has a connection. */
    boolean isHere(PersonId person);

    /** For one person, if that person is there. */
    void tell(PersonId person, ServerFrame frame);
}
