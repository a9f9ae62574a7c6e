package io.pinhole.relay.call;

import io.netty.util.concurrent.EventExecutor;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Close;
import io.pinhole.relay.store.StoredCapture;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** All calls that run on this relay. Any thread. */
public final class Calls {

    private final CallContext context;
    private final Supplier<EventExecutor> nextOwner;
    private final Map<CallId, CompletableFuture<Call>> calls = new ConcurrentHashMap<>();

    public Calls(CallContext context, Supplier<EventExecutor> nextOwner) {
        this.context = context;
        this.nextOwner = nextOwner;
    }

    /** How many there are. */
    public int count() {
        return calls.size();
    }

    /**
     * Ends every connection; the calls themselves go on in the store.
     *
     * @param reasons one for each connection; called on the calls' threads
     */
    public void closeAll(Supplier<Close> reasons) {
        for (CompletableFuture<Call> call : calls.values()) {
            call.thenAccept(c -> c.owner()
                    .execute(
                            () -> c.roster().seats().forEach(seat -> seat.link().close(reasons.get()))));
        }
    }

    /** Tells who saved it what has become of a capture, if that person is in its call now. */
    public void changed(StoredCapture capture) {
        CompletableFuture<Call> running = calls.get(capture.call());
        if (running != null) {
            running.thenAccept(call -> call.run(() -> call.changed(capture)));
        }
    }

    CallContext context() {
        return context;
    }

    /** The running call, or as stored, or a new one. */
    CompletableFuture<Call> open(CallId id) {
        CompletableFuture<Call> opening = new CompletableFuture<>();
        CompletableFuture<Call> running = calls.putIfAbsent(id, opening);
        if (running != null) {
            return running;
        }
        run(id).whenComplete((call, failure) -> {
            if (failure == null) {
                opening.complete(call);
            } else {
                calls.remove(id, opening); // the next to ask tries again
                opening.completeExceptionally(failure);
            }
        });
        return opening;
    }

    /** The running call, or as stored; empty if there is none. */
    CompletableFuture<Optional<Call>> find(CallId id) {
        CompletableFuture<Call> running = calls.get(id);
        if (running != null) {
            return running.thenApply(Optional::of);
        }
        return context.store()
                .find(id)
                .thenCompose(stored -> stored.isEmpty()
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : open(id).thenApply(Optional::of));
    }

    private CompletableFuture<Call> start(Call.Beginning beginning) {
        CallId id = beginning.stored().id();
        Call call = new Call(beginning, context, nextOwner.get(), () -> calls.remove(id));
        return call.on(() -> {
            call.start(beginning);
            return call;
        });
    }

    private CompletableFuture<Call> run(CallId id) {
        return context.store()
                .open(id, context.limits().firstMode(), context.photos().clock().instant())
                .thenCompose(stored -> context.annotation()
                        .store()
                        .heads(id)
                        .thenCompose(heads -> start(new Call.Beginning(stored, heads))));
    }
}
