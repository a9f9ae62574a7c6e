package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.ServerFrame;
import java.util.Optional;

/** One connection that draws, or sees what others draw. Called on the call's thread. */
public interface Annotator {

    PersonId person();

    /** Why this person may not change what is others'; empty if it may. */
    Optional<RefusedException> whyNotModerate();

    void tell(ServerFrame frame);

    /** @param lapsed called on any thread when the deltas had to give way, and it is time for a snapshot instead */
    void tell(Deltas deltas, Runnable lapsed);

    /** @param ask called on any thread when there is room for a snapshot of this photo */
    void want(int photo, Runnable ask);

    /** There will be nothing more of this photo. */
    void forget(int photo);
}
