package io.pinhole.client;

import io.pinhole.protocol.frame.Refusal;

/** Who keeps the photos that are being sent. */
interface SendingOwner {

    /** A new upload handle of this connection. */
    int bind(Sending sending);

    void sent(Progress piece);

    void stored(Sending sending);

    void failed(Sending sending, Refusal reason);
}
