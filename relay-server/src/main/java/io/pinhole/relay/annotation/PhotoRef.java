package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.PhotoId;

/**
 * A photo as far as its widgets are concerned.
 *
 * @param handle that everybody in the call knows it by
 * @param epoch of its log
 */
public record PhotoRef(PhotoId id, int handle, long epoch) {}
