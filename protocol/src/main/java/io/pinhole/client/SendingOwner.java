package io.pinhole.client;

import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.jpeg.Stage;
import io.pinhole.protocol.link.Usefulness;

/** Who keeps the photos that are being sent. */
interface SendingOwner {

    /** A new upload handle of this connection. */
    int bind(Sending sending);

    /** Of a stage of one of its files, now. */
    Usefulness usefulness(Sending sending, Rendition rendition, Stage stage);

    void sent(Progress piece);

    void stored(Sending sending);

    void failed(Sending sending, Refusal reason);
}
