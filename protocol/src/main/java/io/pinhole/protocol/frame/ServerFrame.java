package io.pinhole.protocol.frame;

/** What a relay may send. */
public sealed interface ServerFrame extends Frame
        permits Welcome,
                Close,
                Ping,
                Pong,
                Reply,
                Participant,
                ModeChanged,
                View,
                SpeakAt,
                Voice,
                Chunk,
                PhotoEntry,
                Offered,
                UploadFailed,
                Stored,
                NewShot,
                Opened,
                Seen,
                Interest,
                OperationResults,
                Deltas,
                Snapshot,
                Pointer,
                Stroke,
                Captured {

    /** Calls the method for this frame's type. */
    void accept(Handler handler) throws WireException;

    /** Answers every frame of a relay; without defaults, so that a new frame breaks the build where it is forgotten. */
    interface Handler {
        void on(Welcome welcome) throws WireException;

        void on(Close close) throws WireException;

        void on(Ping ping) throws WireException;

        void on(Pong pong) throws WireException;

        void on(Reply reply) throws WireException;

        void on(Participant participant) throws WireException;

        void on(ModeChanged mode) throws WireException;

        void on(View view) throws WireException;

        void on(SpeakAt speakAt) throws WireException;

        void on(Voice voice) throws WireException;

        void on(Chunk chunk) throws WireException;

        void on(PhotoEntry entry) throws WireException;

        void on(Offered offered) throws WireException;

        void on(UploadFailed failed) throws WireException;

        void on(Stored stored) throws WireException;

        void on(NewShot shot) throws WireException;

        void on(Opened opened) throws WireException;

        void on(Seen seen) throws WireException;

        void on(Interest interest) throws WireException;

        void on(OperationResults results) throws WireException;

        void on(Deltas deltas) throws WireException;

        void on(Snapshot snapshot) throws WireException;

        void on(Pointer pointer) throws WireException;

        void on(Stroke stroke) throws WireException;

        void on(Captured captured) throws WireException;
    }
}
