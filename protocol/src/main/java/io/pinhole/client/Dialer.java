package io.pinhole.client;

import io.pinhole.protocol.link.Link;
import io.pinhole.protocol.link.LinkOwner;

/** Opens connections. */
interface Dialer {

    /**
     * Begins to connect. Called on the client's loop, as are the answers.
     *
     * @return closes the connection, or what there is of it, without a word
     */
    Runnable dial(Attempt attempt);

    /** Told how one attempt fares: it is linked and then open, or it failed. */
    interface Attempt {

        /** The connection is there, and the relay is the right one. */
        LinkOwner linked(Link link);

        /** From now on frames may be sent. */
        void open();

        /** There is no connection. */
        void failed(Throwable cause);
    }
}
