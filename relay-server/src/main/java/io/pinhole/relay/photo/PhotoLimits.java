package io.pinhole.relay.photo;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.RenditionInfo;
import io.pinhole.protocol.jpeg.JpegLimits;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a call's photos may be.
 *
 * @param photosPerCall withdrawn and failed ones included
 * @param renditionBytes of one file
 * @param suspended how long an upload may wait for its uploader to come back
 */
public record PhotoLimits(int photosPerCall, long renditionBytes, JpegLimits jpeg, Duration suspended) {

    /** @throws RefusedException naming the first rendition that may not be */
    void check(List<RenditionInfo> renditions) throws RefusedException {
        Set<Rendition> seen = EnumSet.noneOf(Rendition.class);
        for (RenditionInfo info : renditions) {
            if (!seen.add(info.rendition())) {
                throw new RefusedException(Code.BAD_REQUEST, name(info) + " is offered twice");
            }
            checkSize(info);
            checkPixels(info);
            if (info.rendition() != Rendition.PREVIEW && info.sha256().isEmpty()) {
                throw new RefusedException(Code.BAD_REQUEST, name(info) + " has no hash");
            }
        }
        if (!seen.contains(Rendition.WORKING)) {
            throw new RefusedException(Code.BAD_REQUEST, "an offer without a working copy");
        }
    }

    private void checkSize(RenditionInfo info) throws RefusedException {
        long most = info.rendition() == Rendition.PREVIEW ? Rendition.MAX_PREVIEW_BYTES : renditionBytes;
        if (info.size() < 1 || info.size() > most) {
            throw new RefusedException(
                    Code.PHOTO_TOO_LARGE, name(info) + " has " + info.size() + " bytes, allowed are 1 to " + most);
        }
    }

    private void checkPixels(RenditionInfo info) throws RefusedException {
        long width = info.width();
        long height = info.height();
        if (width < 1
                || height < 1
                || width > jpeg.maxSide()
                || height > jpeg.maxSide()
                || width * height > jpeg.maxPixels()) {
            throw new RefusedException(
                    Code.JPEG_DIMENSIONS,
                    name(info) + " is " + width + " x " + height + ", allowed are " + jpeg.maxSide() + " a side and "
                            + jpeg.maxPixels() + " pixels");
        }
    }

    private static String name(RenditionInfo info) {
        return switch (info.rendition()) {
            case PREVIEW -> "the preview";
            case WORKING -> "the working copy";
            case ORIGINAL -> "the original";
        };
    }
}
