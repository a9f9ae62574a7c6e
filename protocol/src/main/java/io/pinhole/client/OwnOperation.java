package io.pinhole.client;

import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.widget.Operation;
import java.util.concurrent.CompletableFuture;

/** One's own operation, from when it was made until it shows in what the relay has committed. On the client's loop. */
final class OwnOperation {

    /** Above every revision of a relay: what an operation counts as while it has none. */
    private static final long PROVISIONAL = 1L << 62;

    private final PhotoId photo;
    private final Operation operation;
    private final CompletableFuture<Long> stored;
    private final long madeMillis = System.currentTimeMillis();
    private long seq;
    private long sentIn;
    private long revision;
    private boolean abandoned;

    OwnOperation(PhotoId photo, Operation operation, CompletableFuture<Long> stored) {
        this.photo = photo;
        this.operation = operation;
        this.stored = stored;
    }

    PhotoId photo() {
        return photo;
    }

    Operation operation() {
        return operation;
    }

    /** Completes with its revision. */
    CompletableFuture<Long> stored() {
        return stored;
    }

    long seq() {
        return seq;
    }

    void number(long as) {
        seq = as;
    }

    /** It goes to the relay, for the log of this epoch. */
    void sent(long epoch) {
        sentIn = epoch;
    }

    /** The epoch that it was last sent for. */
    long sentIn() {
        return sentIn;
    }

    /** 0 until the relay has said it. */
    long revision() {
        return revision;
    }

    void committed(long at) {
        revision = at;
    }

    long provisionalRevision() {
        return PROVISIONAL + seq;
    }

    static boolean isProvisional(long revision) {
        return revision >= PROVISIONAL;
    }

    /** By what a replica of the relay's that revision shows it. */
    long revisionIn(long replica) {
        return isIn(replica) ? revision : provisionalRevision();
    }

    /** Whether a replica of that revision holds it. */
    boolean isIn(long replica) {
        return revision != 0 && revision <= replica;
    }

    long madeMillis() {
        return madeMillis;
    }

    /** Nobody waits for it any more, but its number is taken. */
    void abandon() {
        abandoned = true;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    KeptOperation kept() {
        return new KeptOperation(seq, photo, operation);
    }
}
