package io.pinhole.client;

import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;

/**
 * A piece of a rendition that moved.
 *
 * @param offset of its first byte
 * @param total bytes of the rendition
 */
public record Progress(PhotoId photo, Rendition rendition, long offset, int bytes, long total) {

    /** How much has moved with this piece. */
    public long end() {
        return offset + bytes;
    }
}
