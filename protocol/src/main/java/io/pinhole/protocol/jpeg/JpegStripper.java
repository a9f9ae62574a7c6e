package io.pinhole.protocol.jpeg;

import io.pinhole.protocol.frame.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes out of a JPEG file what does not belong to its picture: place, time, device, thumbnails, comments, and
 * whatever a camera appended behind it.
 *
 * <p>Of the application segments it keeps JFIF (without its thumbnail), the colour transform of Adobe's, a colour
 * profile of at most 4 KiB, and EXIF's orientation unless that is 1. They are written anew at the front; the rest of
 * the file stays as it is, bit by bit.
 */
public final class JpegStripper {

    private static final int SOI_BYTES = 2;

    private JpegStripper() {}

    /**
     * A file that {@link JpegScanner} passes within the same limits.
     *
     * @throws RefusedException if the scanner does not pass this one, up to its EOI
     */
    public static CleanJpeg strip(byte[] jpeg, JpegLimits limits) throws RefusedException {
        Segments segments = new Segments(jpeg);
        JpegScanner scanner = new JpegScanner(limits, segments);
        int behind = scanner.acceptPicture(ByteBuffer.wrap(jpeg));
        scanner.finish();
        JpegHeader header = scanner.header().orElseThrow();
        return new CleanJpeg(
                segments.clean(jpeg.length - behind), segments.metadata.orientation(), header.width(), header.height());
    }

    private record Range(int start, int end) {}

    /** Collects what to leave out, and from the segments before the first scan what to keep. */
    private static final class Segments implements SegmentListener {

        private final byte[] jpeg;
        private final Metadata metadata = new Metadata();
        private final List<Range> free = new ArrayList<>();
        private boolean scansBegun;

        Segments(byte[] jpeg) {
            this.jpeg = jpeg;
        }

        @Override
        public void passed(int marker, long start, long end) {
            scansBegun |= marker == Marker.SOS;
            if (Marker.isFree(marker)) {
                Range range = new Range((int) start, (int) end);
                free.add(range);
                if (!scansBegun) {
                    metadata.read(marker, SegmentContent.of(jpeg, range.start, range.end));
                }
            }
        }

        private byte[] clean(int end) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(end);
            out.write(jpeg, 0, SOI_BYTES);
            metadata.writeTo(out);
            int from = SOI_BYTES;
            for (Range range : free) {
                out.write(jpeg, from, range.start - from);
                from = range.end;
            }
            out.write(jpeg, from, end - from);
            return out.toByteArray();
        }
    }
}
