package io.pinhole.protocol.frame;

import com.google.protobuf.ByteString;
import io.pinhole.protocol.proto.RenditionMessage;
import java.util.Optional;

/**
 * A rendition as offered.
 *
 * @param size bytes
 * @param sha256 of the whole file; the preview has none
 * @param width stored pixels, before any orientation is applied
 */
public record RenditionInfo(Rendition rendition, long size, Optional<Sha256> sha256, int width, int height) {

    static RenditionInfo of(RenditionMessage m) throws WireException {
        Optional<Sha256> sha256 = m.getSha256().isEmpty() ? Optional.empty() : Optional.of(Sha256.of(m.getSha256()));
        return new RenditionInfo(
                Rendition.onWire(m.getRendition()),
                Wire.unsigned(m.getSize(), "size"),
                sha256,
                m.getWidth(),
                m.getHeight());
    }

    RenditionMessage toMessage() {
        return RenditionMessage.newBuilder()
                .setRendition(rendition.number())
                .setSize(size)
                .setSha256(sha256.map(Sha256::toByteString).orElse(ByteString.EMPTY))
                .setWidth(width)
                .setHeight(height)
                .build();
    }
}
