package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.RefusedException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a call's operations in the order in which they came: one after the other is decided on the state that all before
 * it come to. While that must be loaded, those behind it wait. Owned by the call's thread.
 */
final class Submissions {

    private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);

    /** More than a store that answers lets come together. */
    private static final int MAX_WAITING = 1024;

    private final CallId call;
    private final AnnotationShelf shelf;
    private final Executor owner;
    private final Writers writers;
    private final CommitLane lane;
    private final Publisher publisher;
    private final Queue<Arrival> waiting = new ArrayDeque<>();
    private boolean isLoading;

    private record Arrival(Submission submission, Optional<RefusedException> refusal) {}

    Submissions(CallId call, AnnotationShelf shelf, Executor owner, CommitLane lane, Publisher publisher) {
        this.call = call;
        this.shelf = shelf;
        this.owner = owner;
        this.writers = publisher.writers();
        this.lane = lane;
        this.publisher = publisher;
    }

    /** @param refusal of all of it, which is to be kept like any other result */
    void add(Submission submission, Optional<RefusedException> refusal) {
        if (waiting.size() >= MAX_WAITING) {
            submission.who().tell(shelf.results().unavailable(submission.batch()));
            return;
        }
        waiting.add(new Arrival(submission, refusal));
        if (!isLoading) {
            decide();
        }
    }

    private void decide() {
        for (Arrival next = waiting.peek(); next != null; next = waiting.peek()) {
            PhotoLog log = next.submission.log();
            if (log.tip() == null && hasNews(next.submission.batch())) {
                load(log);
                return;
            }
            waiting.remove();
            answer(next.submission, next.refusal);
        }
    }

    /** Neither only known ones nor behind a gap. */
    private boolean hasNews(Operations batch) {
        long expected = writers.next(batch.writer());
        return batch.firstSeq() <= expected
                && expected < batch.firstSeq() + batch.operations().size();
    }

    private void answer(Submission submission, Optional<RefusedException> refusal) {
        Operations batch = submission.batch();
        long epoch = submission.log().photo().epoch();
        long expected = writers.next(batch.writer());
        try {
            writers.require(batch.writer(), submission.person());
            if (batch.epoch() != epoch) {
                shelf.meter().epochChanged();
                throw new RefusedException(Code.EPOCH_CHANGED, "the photo's log has begun epoch " + epoch);
            }
        } catch (RefusedException e) {
            submission.who().tell(shelf.results().all(batch, e));
            return;
        }
        if (batch.firstSeq() > expected || batch.firstSeq() < 1) {
            submission.who().tell(shelf.results().first(batch, Code.OPERATION_GAP, "seq " + expected + " is expected"));
            return;
        }
        if (batch.firstSeq() < expected) {
            lane.add(new Repetition(call, submission.before(expected), shelf, owner));
        }
        Committed tip = submission.log().tip();
        if (tip != null && hasNews(batch)) {
            decide(submission.from(expected), tip, refusal);
        }
    }

    private void decide(Submission fresh, Committed tip, Optional<RefusedException> refusal) {
        Decider.Rule rule =
                new Decider.Rule(shelf.limits().photo(), shelf.clock().instant(), refusal);
        Decision decision = new Decider(fresh, tip, writers, rule).decide();
        fresh.log().decided(decision.after());
        lane.add(publisher.pending(decision));
    }

    private void load(PhotoLog log) {
        isLoading = true;
        shelf.states()
                .get(call, log.photo().id(), log.revision())
                .whenCompleteAsync((state, failure) -> loaded(log, state, failure), owner);
    }

    private void loaded(PhotoLog log, @Nullable Committed state, @Nullable Throwable failure) {
        isLoading = false;
        if (state != null && state.revision() == log.revision()) {
            log.loaded(state);
        } else {
            LOG.error(
                    "the widgets of photo {} in call {} could not be loaded: {}",
                    log.photo().id(),
                    call,
                    String.valueOf(failure));
            Submission first = waiting.remove().submission;
            first.who().tell(shelf.results().unavailable(first.batch()));
        }
        decide();
    }
}
