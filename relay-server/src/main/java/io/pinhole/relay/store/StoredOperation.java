package io.pinhole.relay.store;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.OperationResult;
import java.time.Instant;

/**
 * An operation that was decided, once and for all.
 *
 * @param epoch of the photo's log when it was decided
 * @param result with its seq, and its revision or why it was refused
 */
public record StoredOperation(
        PhotoId photo,
        long epoch,
        long writer,
        PersonId person,
        Instant time,
        OperationMessage change,
        OperationResult result) {

    public long seq() {
        return result.getSeq();
    }

    /** Its place in the photo's log; 0 if it was refused. */
    public long revision() {
        return result.getRevision();
    }

    public boolean isRefused() {
        return result.hasRefusal();
    }

    /** About how much memory it takes. */
    public int bytes() {
        return change.getSerializedSize() + result.getSerializedSize();
    }
}
