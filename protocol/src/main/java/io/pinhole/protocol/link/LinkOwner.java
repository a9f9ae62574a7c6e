package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.WireException;

/** What a link works for. Called on the link's thread. */
public interface LinkOwner {

    /**
     * A whole frame came; borrowed until the method returns.
     *
     * @throws WireException to end the connection with that code
     */
    void received(Frame frame) throws WireException;

    /**
     * Whether the line stands still: nothing of what was sent is answered, for much longer than answers take. It may move
     * again, which is told as well; the end of the connection is not told this way.
     */
    void stalled(boolean stalled);

    /** The peer, or the link itself, ended the connection. Called once, also if it never got as far as a frame. */
    void closed(Refusal reason);
}
