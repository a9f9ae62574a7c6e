package io.pinhole.protocol.frame;

import io.pinhole.protocol.proto.HavePhotoMessage;
import java.util.List;

/** What a returning client holds of one photo. */
public record HavePhoto(PhotoId photo, long epoch, long revision, List<HaveRendition> renditions) {

    public HavePhoto {
        renditions = List.copyOf(renditions);
    }

    static HavePhoto of(HavePhotoMessage m) throws WireException {
        return new HavePhoto(
                PhotoId.of(m.getPhoto()),
                m.getEpoch(),
                m.getRevision(),
                Wire.map(m.getRenditionsList(), HaveRendition::of));
    }

    HavePhotoMessage toMessage() {
        return HavePhotoMessage.newBuilder()
                .setPhoto(photo.toByteString())
                .setEpoch(epoch)
                .setRevision(revision)
                .addAllRenditions(Wire.messages(renditions, HaveRendition::toMessage))
                .build();
    }
}
