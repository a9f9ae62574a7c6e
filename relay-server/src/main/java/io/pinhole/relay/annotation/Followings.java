package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.proto.WidgetMessage;
import io.pinhole.relay.store.StoredOperation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings connections to where a photo's log stands: by the exact suffix of what they have, or by a snapshot, which is
 * made when their link has room for it. Owned by the call's thread.
 */
final class Followings {

    private static final Logger LOG = LoggerFactory.getLogger(Followings.class);
    private static final int RETRY_MILLIS = 1000;

    /** A longer suffix is not even looked at. */
    private static final int MAX_SUFFIX = 512;

    /** A shorter one is not worth the comparison. */
    private static final int SMALL_BYTES = 4096;

    /** Suffixes that may be read at once; who asks for more gets snapshots, which are made one at a time. */
    private static final int MAX_READS = 64;

    private final CallId call;
    private final AnnotationShelf shelf;
    private final Executor owner;
    private int reads;

    Followings(CallId call, AnnotationShelf shelf, Executor owner) {
        this.call = call;
        this.shelf = shelf;
        this.owner = owner;
    }

    void follow(Annotator annotator, PhotoLog log, long epoch, long revision) {
        Follower follower = new Follower(annotator, () -> owner.execute(() -> sendSnapshot(annotator, log)));
        log.followers().add(follower);
        if (epoch != 0 && epoch != log.photo().epoch()) {
            shelf.meter().epochChanged();
        }
        boolean isOfThisLog = epoch == log.photo().epoch() && revision <= log.revision();
        if (isOfThisLog && revision == log.revision()) {
            follower.tell(new Deltas(log.photo().handle(), epoch, revision, revision, List.of()));
        } else if (isOfThisLog && revision > 0 && log.revision() - revision <= MAX_SUFFIX && reads < MAX_READS) {
            readSuffix(follower, log, revision);
        } else {
            follower.wantSnapshot(log.photo().handle());
        }
    }

    /** To whatever follower the connection has by then: it may have asked again from elsewhere. */
    private void sendSnapshot(Annotator annotator, PhotoLog log) {
        load(log)
                .whenCompleteAsync(
                        (state, failure) -> {
                            if (state == null) {
                                giveUp(annotator, log, failure);
                            } else if (state.revision() < log.revision()) {
                                sendSnapshot(annotator, log); // something has become durable meanwhile
                            } else {
                                log.followers()
                                        .find(annotator)
                                        .ifPresent(follower -> tell(follower, snapshot(log, state)));
                            }
                        },
                        owner);
    }

    private void tell(Follower follower, Snapshot snapshot) {
        shelf.meter().snapshot(follower.cause());
        follower.tell(snapshot);
    }

    private void readSuffix(Follower follower, PhotoLog log, long revision) {
        follower.hold();
        reads++;
        shelf.store()
                .after(call, log.photo().id(), revision, MAX_SUFFIX + 1)
                .whenCompleteAsync(
                        (suffix, failure) -> {
                            reads--;
                            if (!log.followers().has(follower) || !follower.isHolding()) {
                                return;
                            }
                            if (suffix == null) {
                                giveUp(follower.annotator(), log, failure);
                            } else {
                                compare(follower, log, revision, suffix);
                            }
                        },
                        owner);
    }

    /** Whichever is shorter, suffix or snapshot. */
    private void compare(Follower follower, PhotoLog log, long revision, List<StoredOperation> suffix) {
        if (suffix.size() > MAX_SUFFIX) {
            follower.wantSnapshot(log.photo().handle());
        } else if (bytes(suffix) <= SMALL_BYTES) {
            follower.catchUp(log.followers().deltas(follower, log.photo(), revision, suffix));
        } else {
            load(log)
                    .whenCompleteAsync(
                            (state, failure) -> {
                                if (!log.followers().has(follower) || !follower.isHolding()) {
                                    return;
                                }
                                if (state != null && snapshotBytes(state) < bytes(suffix)) {
                                    follower.wantSnapshot(log.photo().handle());
                                } else {
                                    follower.catchUp(log.followers().deltas(follower, log.photo(), revision, suffix));
                                }
                            },
                            owner);
        }
    }

    private CompletableFuture<Committed> load(PhotoLog log) {
        return shelf.states().get(call, log.photo().id(), log.revision());
    }

    private void giveUp(Annotator annotator, PhotoLog log, @Nullable Throwable failure) {
        LOG.error(
                "the widgets of photo {} in call {} could not be loaded: {}",
                log.photo().id(),
                call,
                String.valueOf(failure));
        log.followers().remove(annotator);
        annotator.forget(log.photo().handle());
        annotator.tell(new Reply(
                0,
                Optional.of(Refusal.of(
                                Code.STORE_UNAVAILABLE,
                                "the widgets of photo " + log.photo().id() + " could not be read")
                        .retryAfter(RETRY_MILLIS))));
    }

    private static Snapshot snapshot(PhotoLog log, Committed state) {
        return new Snapshot(
                log.photo().handle(),
                log.photo().epoch(),
                state.revision(),
                state.state().toSnapshot());
    }

    private static int bytes(List<StoredOperation> operations) {
        return operations.stream().mapToInt(StoredOperation::bytes).sum();
    }

    private static int snapshotBytes(Committed state) {
        return state.state().toSnapshot().stream()
                .mapToInt(WidgetMessage::getSerializedSize)
                .sum();
    }
}
