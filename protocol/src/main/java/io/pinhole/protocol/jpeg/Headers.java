package io.pinhole.protocol.jpeg;

import io.pinhole.protocol.frame.RefusedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the segments so far have said, and the rule for each segment that may follow. */
final class Headers {

    private final JpegLimits limits;
    private final TableRules tables = new TableRules();
    private final RestartRule restart = new RestartRule();
    private @Nullable Frame frame;
    private @Nullable ScanRule scan;

    Headers(JpegLimits limits) {
        this.limits = limits;
    }

    Optional<JpegHeader> picture() {
        return Optional.ofNullable(frame).map(Frame::picture);
    }

    int restartInterval() {
        return restart.interval();
    }

    /** See {@link ScanRule#isPolish}. */
    boolean isPolish() {
        return scan != null && scan.isPolish();
    }

    /** The rule for a segment that begins with this marker here. */
    SegmentRule rule(int marker) throws RefusedException {
        return switch (marker) {
            case Marker.SOF0, Marker.SOF1, Marker.SOF2 -> frameRule(marker);
            case Marker.SOS -> scanRule();
            case Marker.DHT -> tables.huffman();
            case Marker.DQT -> tables.quantization();
            case Marker.DRI -> restart;
            default ->
                throw Marker.isUnsupported(marker)
                        ? Faults.unsupported(
                                Marker.name(marker) + " is none of baseline, extended 8-bit and progressive")
                        : Faults.malformed("marker " + Marker.name(marker) + " must not stand here");
        };
    }

    private SegmentRule frameRule(int marker) throws RefusedException {
        if (frame != null) {
            throw Faults.malformed("second frame header " + Marker.name(marker));
        }
        return new FrameRule(marker, limits, read -> frame = read);
    }

    private SegmentRule scanRule() throws RefusedException {
        if (frame == null) {
            throw Faults.malformed("SOS before a frame header");
        }
        if (scan == null) {
            scan = new ScanRule(frame, tables, limits.maxScans());
        }
        return scan;
    }
}
