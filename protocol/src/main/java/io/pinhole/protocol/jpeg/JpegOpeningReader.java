package io.pinhole.protocol.jpeg;

import io.pinhole.protocol.frame.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a JPEG file up to its first scan, for one who is about to decode it. Holds what it read, at most
 * {@link #MAX_BYTES} and one piece. One thread.
 */
public final class JpegOpeningReader {

    /** Phones put a second picture, of depths, into metadata; it has some megabytes. */
    static final int MAX_BYTES = 16 << 20;

    private static final int COMPONENT_NAMES = 6;
    private static final int COMPONENT_BYTES = 3;
    private static final String RGB = "RGB";

    private final JpegScanner scanner;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final List<Segment> segments = new ArrayList<>();
    private boolean scansBegun;

    public JpegOpeningReader(JpegLimits limits) {
        scanner = new JpegScanner(limits, this::passed);
    }

    /**
     * Takes the next piece of the file.
     *
     * @return empty until the first scan begins; nothing is to be given any more then
     * @throws RefusedException if the file is none within the limits, as far as it was read
     */
    public Optional<JpegOpening> accept(byte[] bytes, int length) throws RefusedException {
        read.write(bytes, 0, length);
        scanner.acceptPicture(ByteBuffer.wrap(bytes, 0, length));
        if (!scansBegun && read.size() > MAX_BYTES) {
            throw Faults.unsupported("more than " + MAX_BYTES + " bytes before the first scan");
        }
        return scansBegun ? Optional.of(opening()) : Optional.empty();
    }

    private void passed(int marker, long start, long end) {
        scansBegun |= marker == Marker.SOS;
        if (!scansBegun) {
            segments.add(new Segment(marker, (int) start, (int) end));
        }
    }

    private JpegOpening opening() {
        byte[] jpeg = read.toByteArray();
        Metadata metadata = new Metadata();
        boolean named = false;
        for (Segment segment : segments) {
            ByteBuffer content = SegmentContent.of(jpeg, segment.start, segment.end);
            if (Marker.isFree(segment.marker)) {
                metadata.read(segment.marker, content);
            } else if (Marker.isFrame(segment.marker)) {
                named = namesRgb(content);
            }
        }
        return new JpegOpening(scanner.header().orElseThrow(), metadata.orientation(), named || metadata.saysColours());
    }

    private static boolean namesRgb(ByteBuffer frame) {
        StringBuilder names = new StringBuilder();
        for (int at = frame.position() + COMPONENT_NAMES; at < frame.limit(); at += COMPONENT_BYTES) {
            names.append((char) frame.get(at));
        }
        return names.toString().equals(RGB);
    }

    private record Segment(int marker, int start, int end) {}
}
