package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.relay.store.OperationStore;
import io.pinhole.relay.store.StoredOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way of a call's operations into the store: one append at a time; what comes meanwhile waits and goes in the
 * next. So when an append fails, all that was decided on top of it is still here, and fails with it. Owned by the call's
 * thread.
 */
final class CommitLane {

    private static final Logger LOG = LoggerFactory.getLogger(CommitLane.class);

    private final CallId call;
    private final OperationStore store;
    private final Executor owner;
    private final Runnable rollBack;
    private List<Pending> waiting = new ArrayList<>();
    private boolean busy;

    /** @param rollBack forgets everything that was decided and is not durable */
    CommitLane(CallId call, OperationStore store, Executor owner, Runnable rollBack) {
        this.call = call;
        this.store = store;
        this.owner = owner;
        this.rollBack = rollBack;
    }

    void add(Pending pending) {
        waiting.add(pending);
        if (!busy) {
            send();
        }
    }

    private void send() {
        List<Pending> batch = waiting;
        waiting = new ArrayList<>();
        List<StoredOperation> operations =
                batch.stream().flatMap(pending -> pending.operations().stream()).toList();
        if (operations.isEmpty()) {
            batch.forEach(Pending::durable);
            return;
        }
        busy = true;
        store.append(call, operations).whenCompleteAsync((done, failure) -> answered(batch, failure), owner);
    }

    private void answered(List<Pending> batch, @Nullable Throwable failure) {
        if (failure == null) {
            batch.forEach(Pending::durable);
        } else {
            LOG.error("operations in call {} could not be stored: {}", call, failure.getMessage());
            List<Pending> all = new ArrayList<>(batch);
            all.addAll(waiting);
            waiting = new ArrayList<>();
            rollBack.run();
            all.forEach(Pending::failed);
        }
        busy = false;
        if (!waiting.isEmpty()) {
            send();
        }
    }
}
