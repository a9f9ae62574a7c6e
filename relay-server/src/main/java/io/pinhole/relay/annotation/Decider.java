package io.pinhole.relay.annotation;

import com.google.protobuf.ByteString;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.widget.Applied;
import io.pinhole.protocol.widget.Context;
import io.pinhole.protocol.widget.Limits;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetState;
import io.pinhole.relay.store.StoredOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies one submission to a photo's widgets, operation by operation. Used once. */
final class Decider {

    private final Submission submission;
    private final Writers writers;
    private final Rule rule;
    private final List<StoredOperation> decided = new ArrayList<>();
    private WidgetState state;
    private long revision;

    /**
     * What holds for all of a submission.
     *
     * @param refusal of every operation, whatever it is
     */
    record Rule(Limits limits, Instant now, Optional<RefusedException> refusal) {}

    /** @param tip what the photo's widgets will be when all that waits is durable */
    Decider(Submission submission, Committed tip, Writers writers, Rule rule) {
        this.submission = submission;
        this.writers = writers;
        this.rule = rule;
        this.state = tip.state();
        this.revision = tip.revision();
    }

    Decision decide() {
        long seq = submission.batch().firstSeq();
        for (OperationMessage change : submission.batch().operations()) {
            decide(change, seq++);
        }
        return new Decision(submission, decided, new Committed(revision, state));
    }

    private void decide(OperationMessage change, long seq) {
        long writer = submission.batch().writer();
        OperationResult result;
        try {
            if (rule.refusal.isPresent()) {
                throw rule.refusal.get();
            }
            result = accept(seq, apply(Operation.of(change)));
        } catch (RefusedException e) {
            result = Results.refused(seq, e);
        }
        keep(writer, submission.person(), change, result);
        if (!result.hasRefusal()) {
            rebalance();
        }
    }

    private Applied apply(Operation operation) throws RefusedException {
        Optional<RefusedException> noModerator = submission.who().whyNotModerate();
        if (operation.isForModerators() && noModerator.isPresent()) {
            throw noModerator.get();
        }
        Context at = new Context(
                revision + 1, submission.person(), noModerator.isEmpty(), rule.now.toEpochMilli(), rule.limits);
        return state.apply(operation, at);
    }

    private OperationResult accept(long seq, Applied applied) {
        state = applied.state();
        OperationResult.Builder result =
                OperationResult.newBuilder().setSeq(seq).setRevision(++revision);
        for (WidgetId removed : applied.removed()) {
            result.addRemoved(ByteString.copyFrom(removed.bytes()));
        }
        return result.build();
    }

    /** Places between widgets have become long: the relay numbers them anew, as operations of its own. */
    private void rebalance() {
        for (Operation.Reorder reorder : state.rebalance()) {
            Context at = Context.committed(revision + 1, Writers.RELAY_PERSON, rule.now.toEpochMilli());
            try {
                OperationResult result = accept(writers.next(Writers.RELAY), state.apply(reorder, at));
                keep(Writers.RELAY, Writers.RELAY_PERSON, reorder.toMessage(), result);
            } catch (RefusedException e) {
                throw new IllegalStateException("the relay may not reorder widgets", e);
            }
        }
    }

    private void keep(long writer, PersonId person, OperationMessage change, OperationResult result) {
        PhotoRef photo = submission.log().photo();
        decided.add(new StoredOperation(photo.id(), photo.epoch(), writer, person, rule.now, change, result));
        writers.decided(writer, person, result.getSeq());
    }
}
