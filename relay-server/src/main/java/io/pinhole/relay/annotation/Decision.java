package io.pinhole.relay.annotation;

import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.relay.store.StoredOperation;
import java.util.List;

/**
 * What becomes of a submission if the store keeps it.
 *
 * @param operations each with its result, and what the relay did of itself besides
 * @param after the state that it comes to
 */
record Decision(Submission submission, List<StoredOperation> operations, Committed after) {

    Decision {
        operations = List.copyOf(operations);
    }

    /** For the writer. */
    List<OperationResult> results() {
        return operations.stream()
                .filter(operation -> operation.writer() == submission.batch().writer())
                .map(StoredOperation::result)
                .toList();
    }

    /** For the log. */
    List<StoredOperation> accepted() {
        return operations.stream().filter(operation -> !operation.isRefused()).toList();
    }
}
