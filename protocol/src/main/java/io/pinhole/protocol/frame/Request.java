package io.pinhole.protocol.frame;

/** A client's frame that is answered: by an answer of its own, or by {@link Reply} with the same request number. */
public sealed interface Request extends ClientFrame
        permits SetMode, End, Offer, Upload, Publish, Open, Rename, Withdraw, Save {

    /** Chosen by the client; the relay only repeats it. */
    int request();

    @Override
    void accept(ClientFrame.Handler handler) throws WireException, RefusedException;
}
