package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.relay.store.OperationStore;
import io.pinhole.relay.store.StoredOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Operations that came before: they get the answer that they got then, once that is durable. */
final class Repetition implements Pending {

    private final CallId call;
    private final Submission submission;
    private final OperationStore store;
    private final Executor owner;

    Repetition(CallId call, Submission submission, OperationStore store, Executor owner) {
        this.call = call;
        this.submission = submission;
        this.store = store;
        this.owner = owner;
    }

    @Override
    public List<StoredOperation> operations() {
        return List.of();
    }

    @Override
    public void durable() {
        Operations batch = submission.batch();
        store.decided(call, batch.writer(), batch.firstSeq(), batch.operations().size())
                .whenCompleteAsync(this::answer, owner);
    }

    /** What was durable before is so still. */
    @Override
    public void failed() {
        durable();
    }

    private void answer(@Nullable List<StoredOperation> known, @Nullable Throwable failure) {
        Operations batch = submission.batch();
        if (known == null || known.size() < batch.operations().size()) {
            submission.who().tell(Results.unavailable(batch));
            return;
        }
        List<OperationResult> results = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            results.add(result(known.get(i), batch.operations().get(i)));
        }
        submission.who().tell(Results.of(batch, results));
    }

    private OperationResult result(StoredOperation known, OperationMessage now) {
        boolean same = known.change().equals(now)
                && known.photo().equals(submission.log().photo().id());
        return same
                ? known.result()
                : Results.refused(
                        known.seq(),
                        new RefusedException(Code.OPERATION_CONFLICT, "the seq is known with another operation"));
    }
}
