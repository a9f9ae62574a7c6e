package io.pinhole.protocol.frame;

/** What a client may send. */
public sealed interface ClientFrame extends Frame
        permits Hello,
                Have,
                Close,
                Ping,
                Pong,
                Voice,
                Chunk,
                SetView,
                Shut,
                Shown,
                Operations,
                Pointer,
                Stroke,
                Request {

    /** Calls the method for this frame's type. */
    void accept(Handler handler) throws WireException, RefusedException;

    /** Answers every frame of a client; without defaults, so that a new frame breaks the build where it is forgotten. */
    interface Handler {
        void on(Hello hello) throws WireException;

        void on(Have have) throws WireException;

        void on(Close close) throws WireException;

        void on(Ping ping) throws WireException;

        void on(Pong pong) throws WireException;

        void on(Voice voice) throws WireException;

        void on(Chunk chunk) throws WireException;

        void on(SetView view) throws WireException;

        void on(Shut shut) throws WireException;

        void on(Shown shown) throws WireException, RefusedException;

        void on(Operations operations) throws WireException, RefusedException;

        void on(Pointer pointer) throws WireException, RefusedException;

        void on(Stroke stroke) throws WireException, RefusedException;

        void on(SetMode request) throws WireException, RefusedException;

        void on(End request) throws WireException, RefusedException;

        void on(Offer request) throws WireException, RefusedException;

        void on(Upload request) throws WireException, RefusedException;

        void on(Publish request) throws WireException, RefusedException;

        void on(Open request) throws WireException, RefusedException;

        void on(Rename request) throws WireException, RefusedException;

        void on(Withdraw request) throws WireException, RefusedException;

        void on(Save request) throws WireException, RefusedException;
    }
}
