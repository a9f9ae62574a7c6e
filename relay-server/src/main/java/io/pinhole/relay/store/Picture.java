package io.pinhole.relay.store;

import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Sha256;

/**
 * A flattened picture.
 *
 * @param from the rendition that the widgets were drawn on
 * @param size bytes in all
 */
public record Picture(Rendition from, int width, int height, long size, Sha256 sha256) {}
