package io.pinhole.client;

import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureName;
import io.pinhole.protocol.frame.PhotoId;
import java.util.Optional;

/**
 * A save that the relay has not answered, under the id by which it knows it however often it is sent.
 *
 * @param pin empty until all is stored that the capture is to hold
 */
public record KeptSave(CaptureId capture, PhotoId photo, CaptureName name, Optional<Pin> pin) {

    KeptSave pinned(Optional<Pin> to) {
        return new KeptSave(capture, photo, name, to);
    }
}
