package io.pinhole.relay.capture.picture;

import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Widget;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Text, on a background, or with an outline that sets it off from the photo. */
final class Texts {

    /** How far the background stands out on all sides, in em. */
    private static final double MARGIN = 0.2;

    /** Of the pen, whose inner half is under the text, in em. */
    private static final double OUTLINE = 0.12;

    private static final int LEAST_LIGHT = 128;
    private static final int RGB = 0xffffff;
    private static final int ALPHA_SHIFT = 24;

    private final Glyphs glyphs;

    Texts(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    List<Layer> text(Widget widget) {
        Geometry g = widget.geometry();
        if (widget.text().isEmpty()) {
            return List.of();
        }
        TextBlock block = new TextBlock(widget.text(), widget.fontSize(), g.width(), glyphs);
        Path2D text = block.outline(g.x(), g.y());
        boolean onPhoto = widget.fill() >>> ALPHA_SHIFT == 0;
        return List.of(onPhoto ? outline(text, widget) : background(block, widget), new Layer(text, widget.stroke()));
    }

    private static Layer background(TextBlock block, Widget widget) {
        Geometry g = widget.geometry();
        double margin = MARGIN * widget.fontSize();
        Rectangle2D background = new Rectangle2D.Double(
                g.x() - margin,
                g.y() - margin,
                Math.max(g.width(), block.width()) + 2 * margin,
                Math.max(g.height(), block.height()) + 2 * margin);
        return new Layer(background, widget.fill());
    }

    /** Black around light text, white around dark; as opaque as the text. */
    private static Layer outline(Path2D text, Widget widget) {
        Color colour = new Color(widget.stroke());
        int light = (299 * colour.getRed() + 587 * colour.getGreen() + 114 * colour.getBlue()) / 1000;
        int contrast = light >= LEAST_LIGHT ? 0 : RGB;
        return new Layer(Strokes.round(text, OUTLINE * widget.fontSize()), (widget.stroke() & ~RGB) | contrast);
    }
}
