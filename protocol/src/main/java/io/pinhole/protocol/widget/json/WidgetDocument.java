package io.pinhole.protocol.widget.json;

import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.widget.WidgetState;
import java.util.Optional;

/**
 * The widgets of a photo as a revision of its log left them.
 *
 * @param capture that they were saved with
 * @param widgets of which JSON keeps those that are not deleted
 */
public record WidgetDocument(
        Optional<CaptureId> capture, PhotoId photo, long epoch, long revision, WidgetState widgets) {}
