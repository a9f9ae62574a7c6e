package io.pinhole.relay.annotation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.relay.store.OperationStore;
import java.util.concurrent.CompletableFuture;

/**
 * The widgets of photos that somebody draws on or looks at, for all calls. Holds only what the store can give again:
 * evicting is always safe, and a failed load is not remembered, least of all as an empty photo. Any thread.
 */
public final class StateCache {

    private record Key(CallId call, PhotoId photo) {}

    private final Cache<Key, Committed> states;
    private final OperationStore store;
    private final AnnotationMeter meter;

    public StateCache(OperationStore store, long maxBytes, AnnotationMeter meter) {
        this.store = store;
        this.meter = meter;
        this.states = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Key key, Committed committed) -> committed.bytes())
                .evictionListener((key, committed, cause) -> meter.cacheEvicted())
                .build();
    }

    /**
     * The widgets of a photo.
     *
     * @param revision the newest that is durable: an older state is not what is asked for. Of 0 the store knows no more,
     *     and perhaps not even the photo, whose own row may still be on its way
     */
    CompletableFuture<Committed> get(CallId call, PhotoId photo, long revision) {
        if (revision == 0) {
            return CompletableFuture.completedFuture(Committed.NOTHING);
        }
        Key key = new Key(call, photo);
        Committed known = states.getIfPresent(key);
        if (known != null && known.revision() >= revision) {
            meter.cacheHit();
            return CompletableFuture.completedFuture(known);
        }
        meter.cacheMiss();
        return store.load(call, photo).thenApply(log -> keep(key, Committed.of(log)));
    }

    void put(CallId call, PhotoId photo, Committed committed) {
        keep(new Key(call, photo), committed);
    }

    /** Forgets everything. */
    public void clear() {
        states.invalidateAll();
    }

    /** A load may be overtaken by a commit. */
    private Committed keep(Key key, Committed committed) {
        states.asMap().merge(key, committed, (a, b) -> a.revision() > b.revision() ? a : b);
        return committed;
    }
}
