package io.pinhole.relay.store;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureName;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import java.time.Instant;
import java.util.Optional;

/**
 * A saved photo, without its bytes and widgets.
 *
 * @param title of the photo when it was saved
 * @param by who saved it
 * @param picture the flattened one, when it is ready
 * @param failure why it has failed
 */
public record StoredCapture(
        CaptureId id,
        CallId call,
        PhotoId photo,
        CaptureName name,
        String title,
        PersonId by,
        Instant created,
        long epoch,
        long revision,
        CaptureState state,
        Optional<Picture> picture,
        Optional<String> failure) {}
