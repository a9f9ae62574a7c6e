package io.pinhole.relay.capture.picture;

import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.WidgetKind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Collection;

/** Draws widgets into a photo. Slow and hungry for memory: one at a time, on a thread that may take seconds. */
public final class Flattener {

    private final Looks looks = new Looks(Glyphs.load());

    /**
     * @param photo of at most 12 * 2^20 pixels, or rows and columns of it are left out
     * @param widgets in the order of drawing; redactions come over all others whatever theirs is
     * @throws UnreadablePictureException if the bytes are no picture that can be decoded here; so it will be the next time
     * @throws IOException if the bytes could not be read; so are unchecked exceptions of the source passed on
     */
    public Flattened flatten(PictureBytes photo, Collection<Widget> widgets)
            throws UnreadablePictureException, IOException {
        BufferedImage picture = PictureReader.read(photo);
        Canvas canvas = new Canvas(picture);
        widgets.stream().filter(widget -> !hides(widget)).map(looks::of).forEach(canvas::draw);
        widgets.stream().filter(Flattener::hides).map(looks::of).forEach(canvas::cover);
        return new Flattened(PictureWriter.write(picture), picture.getWidth(), picture.getHeight());
    }

    private static boolean hides(Widget widget) {
        return widget.kind() == WidgetKind.REDACTION;
    }
}
