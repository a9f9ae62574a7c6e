package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PersonId;

/** Operations as they came in. */
record Submission(Annotator who, PhotoLog log, Operations batch) {

    PersonId person() {
        return who.person();
    }

    /** What of it comes from this seq on. */
    Submission from(long seq) {
        int known = (int) (seq - batch.firstSeq());
        return new Submission(
                who,
                log,
                new Operations(
                        batch.photo(),
                        batch.epoch(),
                        batch.writer(),
                        seq,
                        batch.operations().subList(known, batch.operations().size())));
    }

    /** What of it comes before this seq. */
    Submission before(long seq) {
        int known = (int) Math.min(seq - batch.firstSeq(), batch.operations().size());
        return new Submission(
                who,
                log,
                new Operations(
                        batch.photo(),
                        batch.epoch(),
                        batch.writer(),
                        batch.firstSeq(),
                        batch.operations().subList(0, known)));
    }
}
