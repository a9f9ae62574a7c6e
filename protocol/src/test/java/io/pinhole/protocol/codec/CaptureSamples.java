package io.pinhole.protocol.codec;

import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.Captured;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Save;
import java.util.Map;
import java.util.Optional;

/** Samples of the frames of saving. */
final class CaptureSamples {

    private static final long MOST = Long.MAX_VALUE;
    private static final int ALL_BITS = -1;
    private static final CaptureId CAPTURE = new CaptureId(0x2021222324252627L, 0x28292a2b2c2d2e2fL);

    private CaptureSamples() {}

    static void addTo(Map<String, Frame> samples) {
        samples.put("save", new Save(9, CAPTURE, Samples.PHOTO, 1, 42, "Seal before"));
        samples.put("save-longest", new Save(ALL_BITS, CAPTURE, Samples.PHOTO, MOST, MOST, Samples.LONGEST_TITLE));
        samples.put("captured", new Captured(9, CAPTURE, CaptureState.PENDING, Optional.empty()));
        samples.put("captured-ready", new Captured(0, CAPTURE, CaptureState.READY, Optional.empty()));
        samples.put(
                "captured-longest",
                new Captured(
                        ALL_BITS,
                        CAPTURE,
                        CaptureState.FAILED,
                        Optional.of(ConnectionSamples.longest(Code.JPEG_TOO_MANY_SCANS))));
    }
}
