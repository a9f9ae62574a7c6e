package io.pinhole.relay.store;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Remembers calls and who was in them. Every future completes on the store's thread, writes once they are durable;
 * it fails with a {@link StoreException} when the store could not do it. Operations take effect in the order in which
 * they were called; a read sees every write whose future had completed. Times are kept to the millisecond.
 *
 * <p>A write to a call that is not running, or that a newer term owns, fails. Nothing that runs on the store's thread
 * may block.
 */
public interface CallStore {

    /** The call as stored, or a new one in the given mode. A call that has ended is forgotten: its id begins anew. */
    CompletableFuture<StoredCall> open(CallId call, Mode mode, Instant now);

    /** The call as stored, without creating it: empty if it is unknown or has ended. */
    CompletableFuture<Optional<StoredCall>> find(CallId call);

    CompletableFuture<Void> saveMode(CallId call, Mode mode);

    /** Writes or replaces what is known of a person in a call. */
    CompletableFuture<Void> saveMember(CallId call, StoredMember member);

    CompletableFuture<Void> removeMember(CallId call, PersonId person);

    /** Ends a call: its secrets die at once; its photos stay until the retention has passed. */
    CompletableFuture<Void> end(CallId call, Instant now);
}
