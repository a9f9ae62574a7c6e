package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.ServerFrame;

/** One connection that draws, or sees what others draw. Called on the call's thread. */
public interface Annotator {

    PersonId person();

    boolean mayModerate();

    void tell(ServerFrame frame);

    /** @param lapsed called on any thread when the deltas had to give way, and it is time for a snapshot instead */
    void tell(Deltas deltas, Runnable lapsed);

    /** @param ask called on any thread when there is room for a snapshot of this photo */
    void want(int photo, Runnable ask);

    /** There will be nothing more of this photo. */
    void forget(int photo);
}
