package io.pinhole.relay.photo;

import io.pinhole.relay.store.PhotoStore;
import java.time.InstantSource;

/**
 * What the photos of all calls share.
 *
 * @param finished called when nothing more of some photo will come, and the store knows it
 */
public record PhotoShelf(
        PhotoStore store,
        BlockCache cache,
        PhotoLimits limits,
        InstantSource clock,
        Runnable finished,
        PhotoMeter meter) {}
