package io.pinhole.relay.store;

import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureName;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import java.time.Instant;

/**
 * A photo to be saved.
 *
 * @param revision of the photo's log, in its present epoch, whose widgets are kept
 * @param by who saves it
 */
public record NewCapture(
        CaptureId id, CaptureName name, PhotoId photo, long epoch, long revision, PersonId by, Instant created) {}
