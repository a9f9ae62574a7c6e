package io.pinhole.client;

import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.PhotoId;
import java.util.List;

/**
 * Keeps what is not stored at the relay yet, so that it goes on after the application has died. One for each call.
 * Called on the client's loop: it must be quick, and what it returns from has to survive.
 */
public interface Outbox {

    /** What is kept, for a client that begins. */
    Contents contents();

    /** Operations are from now on those of this writer, and numbered anew; forgets the operations that are kept. */
    void begin(long writer);

    void keep(KeptOperation operation);

    /** The relay has said what became of an operation. */
    void forget(long seq);

    /** Also when something has changed about a photo that is kept. */
    void keep(KeptPhoto photo);

    /** A photo is stored, or will never be. */
    void forget(PhotoId photo);

    /** Also when it has its pin, or needs another one. */
    void keep(KeptSave save);

    /** The relay has said what became of a save. */
    void forget(CaptureId save);

    /**
     * Everything that is kept.
     *
     * @param writer 0: there was none yet
     * @param lastSeq of the operation that was kept last, also if it is forgotten by now
     * @param operations in the order of their numbers
     */
    record Contents(
            long writer, long lastSeq, List<KeptOperation> operations, List<KeptPhoto> photos, List<KeptSave> saves) {

        public Contents {
            operations = List.copyOf(operations);
            photos = List.copyOf(photos);
            saves = List.copyOf(saves);
        }
    }
}
