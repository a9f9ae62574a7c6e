package io.pinhole.relay.store;

import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.RenditionInfo;
import io.pinhole.protocol.frame.Sha256;
import java.util.Optional;

/**
 * One rendition of a stored photo.
 *
 * @param size bytes in all, as offered
 * @param sha256 as offered; the preview has none
 * @param stored bytes that are durable
 * @param complete all bytes are durable and the hash was right
 */
public record StoredRendition(
        Rendition rendition, long size, Optional<Sha256> sha256, int width, int height, long stored, boolean complete) {

    /** As offered, with nothing of it stored. */
    public static StoredRendition offered(RenditionInfo info) {
        return new StoredRendition(info.rendition(), info.size(), info.sha256(), info.width(), info.height(), 0, false);
    }
}
