package io.pinhole.relay.call;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.ServerFrame;
import java.util.Optional;

/** What becomes of a frame on its way to somebody: goes out as it is, but in tests that plant faults. */
public interface Delivery {

    /** The real thing. */
    Delivery FAITHFUL = (to, frame) -> Optional.of(frame);

    /**
     * What goes out instead, of the same type, if anything. Voice goes out as it is or not at all; it is asked for on the speaker's
     * thread, all else on the call's. Photo bytes do not pass here.
     */
    Optional<ServerFrame> of(PersonId to, ServerFrame frame);
}
