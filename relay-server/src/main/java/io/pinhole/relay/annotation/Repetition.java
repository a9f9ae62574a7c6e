package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.relay.store.StoredOperation;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Operations that came before: they get the answer that they got then, once that is durable. */
final class Repetition implements Pending {

    private final CallId call;
    private final Submission submission;
    private final AnnotationShelf shelf;
    private final Executor owner;

    Repetition(CallId call, Submission submission, AnnotationShelf shelf, Executor owner) {
        this.call = call;
        this.submission = submission;
        this.shelf = shelf;
        this.owner = owner;
    }

    @Override
    public List<StoredOperation> operations() {
        return List.of();
    }

    @Override
    public void durable() {
        Operations batch = submission.batch();
        shelf.store()
                .decided(
                        call,
                        batch.writer(),
                        batch.firstSeq(),
                        batch.operations().size())
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
            submission.who().tell(shelf.results().unavailable(batch));
            return;
        }
        submission.who().tell(shelf.results().repeated(submission, known));
    }
}
