package io.pinhole.client;

import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Welcome;

/** Who began a session. */
interface SessionOwner {

    /** The relay let us in. */
    void welcomed(Line line, Welcome welcome);

    /** The line of a session that was let in stands still, or moves again. */
    void stalled(boolean stalled);

    /** The connection is gone. */
    void closed(Refusal reason);
}
