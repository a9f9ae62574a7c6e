package io.pinhole.protocol.frame;

import io.pinhole.protocol.proto.HaveRenditionMessage;

/** How many bytes of a rendition a returning client holds. */
public record HaveRendition(Rendition rendition, long bytes) {

    static HaveRendition of(HaveRenditionMessage m) throws WireException {
        return new HaveRendition(Rendition.onWire(m.getRendition()), Wire.unsigned(m.getBytes(), "bytes"));
    }

    HaveRenditionMessage toMessage() {
        return HaveRenditionMessage.newBuilder()
                .setRendition(rendition.number())
                .setBytes(bytes)
                .build();
    }
}
