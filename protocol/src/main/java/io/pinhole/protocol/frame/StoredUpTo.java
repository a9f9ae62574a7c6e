package io.pinhole.protocol.frame;

import io.pinhole.protocol.proto.StoredOffset;

/** How far a rendition of the uploader is stored. */
public record StoredUpTo(Rendition rendition, long offset, boolean complete) {

    static StoredUpTo of(StoredOffset m) throws WireException {
        return new StoredUpTo(
                Rendition.onWire(m.getRendition()), Wire.unsigned(m.getOffset(), "offset"), m.getComplete());
    }

    StoredOffset toMessage() {
        return StoredOffset.newBuilder()
                .setRendition(rendition.number())
                .setOffset(offset)
                .setComplete(complete)
                .build();
    }
}
