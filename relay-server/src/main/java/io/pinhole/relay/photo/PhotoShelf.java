package io.pinhole.relay.photo;

import io.pinhole.relay.store.PhotoStore;
import java.time.InstantSource;

/** What the photos of all calls share. */
public record PhotoShelf(PhotoStore store, BlockCache cache, PhotoLimits limits, InstantSource clock) {}
