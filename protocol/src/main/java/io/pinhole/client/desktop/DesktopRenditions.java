package io.pinhole.client.desktop;

import io.pinhole.client.PreparedPhoto;
import io.pinhole.client.PreparedRendition;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.jpeg.CleanJpeg;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.protocol.jpeg.JpegStripper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files that a photo is shared as, made from what a camera wrote.
 *
 * @param original without metadata, otherwise as it was; still lying if its orientation says so. With redactions it is
 *     upright, and encoded anew
 * @param working a progressive copy, upright and no larger than asked for; empty if the original serves as well
 * @param preview an upright picture of a few hundred to 2,048 bytes
 */
public record DesktopRenditions(CleanJpeg original, Optional<CleanJpeg> working, CleanJpeg preview) {

    /** The longer side of a working copy, unless a line is very poor. */
    public static final int DEFAULT_MAX_SIDE = 1600;

    private static final long MAX_FILE_BYTES = 64L << 20;
    private static final double WORKING_QUALITY = 0.75;
    private static final double ORIGINAL_QUALITY = 0.95;
    private static final double WORTHWHILE = 0.85;

    /** @throws IOException if the file cannot be read */
    public static DesktopRenditions of(Path file, int maxSide) throws IOException, RefusedException {
        return of(file, maxSide, List.of());
    }

    /** @throws IOException if the file cannot be read */
    public static DesktopRenditions of(Path file, int maxSide, List<Redaction> redactions)
            throws IOException, RefusedException {
        long bytes = Files.size(file);
        if (bytes > MAX_FILE_BYTES) {
            throw new RefusedException(
                    Code.PHOTO_TOO_LARGE, "the file has " + bytes + " bytes, more than " + MAX_FILE_BYTES);
        }
        return of(Files.readAllBytes(file), maxSide, redactions);
    }

    /**
     * @param maxSide the most that the longer side of the working copy may have, in pixels
     * @throws RefusedException if this is no JPEG, one that a relay would not take, or one that cannot be decoded here
     */
    public static DesktopRenditions of(byte[] jpeg, int maxSide) throws RefusedException {
        CleanJpeg original = JpegStripper.strip(jpeg, JpegLimits.DEFAULT);
        BufferedImage lying = Scaling.toFit(PhotoDecoder.decode(original), maxSide);
        return of(original, Upright.turn(lying, original.orientation()), maxSide);
    }

    /**
     * As above, with boxes burnt in: no file has a trace of what they hide. Takes eight bytes of memory for each pixel of
     * the original.
     *
     * @param redactions none: the original stays as it was
     */
    public static DesktopRenditions of(byte[] jpeg, int maxSide, List<Redaction> redactions) throws RefusedException {
        if (redactions.isEmpty()) {
            return of(jpeg, maxSide);
        }
        CleanJpeg hiding = JpegStripper.strip(jpeg, JpegLimits.DEFAULT);
        BufferedImage picture = Upright.turn(PhotoDecoder.decodeWhole(hiding), hiding.orientation());
        Redactor.burn(picture, redactions);
        CleanJpeg original = PhotoEncoder.baseline(picture, ORIGINAL_QUALITY);
        return of(original, Scaling.toFit(picture, maxSide), maxSide);
    }

    private static DesktopRenditions of(CleanJpeg original, BufferedImage picture, int maxSide) {
        return new DesktopRenditions(original, working(original, picture, maxSide), PreviewEncoder.encode(picture));
    }

    /**
     * A new photo of these files, ready to be shared.
     *
     * @param title empty: the relay says "Photo N"
     */
    public PreparedPhoto prepared(String title) {
        PreparedRendition first = PreparedRendition.of(Rendition.PREVIEW, preview);
        return working.map(copy -> PreparedPhoto.of(
                        title,
                        first,
                        PreparedRendition.of(Rendition.WORKING, copy),
                        PreparedRendition.of(Rendition.ORIGINAL, original)))
                .orElseGet(() -> PreparedPhoto.of(title, first, PreparedRendition.of(Rendition.WORKING, original)));
    }

    private static Optional<CleanJpeg> working(CleanJpeg original, BufferedImage picture, int maxSide) {
        CleanJpeg copy = PhotoEncoder.progressive(picture, WORKING_QUALITY);
        boolean originalIsSmall = Math.max(original.width(), original.height()) <= maxSide;
        boolean saves = copy.bytes().length <= WORTHWHILE * original.bytes().length;
        return originalIsSmall && !saves ? Optional.empty() : Optional.of(copy);
    }
}
