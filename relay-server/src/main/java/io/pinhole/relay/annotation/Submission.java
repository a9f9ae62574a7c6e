package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.proto.OperationMessage;
import java.util.List;

/**
 * Operations as they came in.
 *
 * @param durable told when they are
 */
record Submission(Annotator who, PhotoLog log, Operations batch, Runnable durable) {

    PersonId person() {
        return who.person();
    }

    /** What of it comes from this seq on. */
    Submission from(long seq) {
        int known = (int) (seq - batch.firstSeq());
        return part(seq, batch.operations().subList(known, batch.operations().size()));
    }

    /** What of it comes before this seq. */
    Submission before(long seq) {
        int known = (int) Math.min(seq - batch.firstSeq(), batch.operations().size());
        return part(batch.firstSeq(), batch.operations().subList(0, known));
    }

    private Submission part(long firstSeq, List<OperationMessage> operations) {
        Operations part = new Operations(batch.photo(), batch.epoch(), batch.writer(), firstSeq, operations);
        return new Submission(who, log, part, durable);
    }
}
