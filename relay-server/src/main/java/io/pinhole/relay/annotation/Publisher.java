package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.relay.store.StoredOperation;
import io.pinhole.relay.store.StoredSnapshot;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what has become durable: the writer its results and all followers the deltas, in one turn. On the call's thread. */
final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    /** So many operations are applied again at most, and a little more, when a photo is loaded. */
    static final int SNAPSHOT_EVERY = 512;

    private final CallId call;
    private final AnnotationShelf shelf;
    private final Surroundings surroundings;
    private final Writers writers;

    Publisher(CallId call, AnnotationShelf shelf, Surroundings surroundings, Writers writers) {
        this.call = call;
        this.shelf = shelf;
        this.surroundings = surroundings;
        this.writers = writers;
    }

    Writers writers() {
        return writers;
    }

    Pending pending(Decision decision) {
        return new Pending() {
            @Override
            public List<StoredOperation> operations() {
                return decision.operations();
            }

            @Override
            public void durable() {
                publish(decision);
            }

            @Override
            public void failed() {
                Submission submission = decision.submission();
                surroundings.tell(submission.person(), shelf.results().unavailable(submission.batch()));
            }
        };
    }

    private void publish(Decision decision) {
        Submission submission = decision.submission();
        PhotoLog log = submission.log();
        long before = log.revision();
        decision.operations().forEach(operation -> writers.durable(operation.writer(), operation.seq()));
        log.durable(decision.after().revision());
        submission.durable().run();
        surroundings.tell(submission.person(), shelf.results().decided(submission.batch(), decision.results()));
        List<StoredOperation> accepted = decision.accepted();
        if (!accepted.isEmpty()) {
            shelf.states().put(call, log.photo().id(), decision.after());
            log.followers().tell(log.photo(), before, accepted);
            surroundings.edited(
                    log.photo().id(), log.revision(), accepted.get(0).time());
            saveSnapshot(log.photo(), before, decision.after());
        }
    }

    private void saveSnapshot(PhotoRef photo, long before, Committed after) {
        if (before / SNAPSHOT_EVERY == after.revision() / SNAPSHOT_EVERY) {
            return;
        }
        StoredSnapshot snapshot =
                new StoredSnapshot(after.revision(), after.state().toSnapshot());
        shelf.store().saveSnapshot(call, photo.id(), snapshot).whenComplete((done, failure) -> {
            if (failure != null) { // nothing is lost, the log is whole
                LOG.warn("a snapshot of photo {} in call {} could not be stored", photo.id(), call, failure);
            }
        });
    }
}
