package io.pinhole.protocol.frame;

import io.pinhole.protocol.proto.WantMessage;

/**
 * One rendition that others wait for.
 *
 * @param viewers how many of them look at the photo now; 0 if it is only open
 */
public record Want(PhotoId photo, Rendition rendition, int viewers) {

    static Want of(WantMessage m) throws WireException {
        return new Want(PhotoId.of(m.getPhoto()), Rendition.onWire(m.getRendition()), m.getViewers());
    }

    WantMessage toMessage() {
        return WantMessage.newBuilder()
                .setPhoto(photo.toByteString())
                .setRendition(rendition.number())
                .setViewers(viewers)
                .build();
    }
}
