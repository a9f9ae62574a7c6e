package io.pinhole.relay.capture.picture;

import io.pinhole.protocol.widget.Widget;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A number on a disc in the middle of the box, and a text beside it on a label. Lengths are in em. */
final class Markers {

    private static final double RADIUS = 0.9;
    private static final double RIM = 0.1;

    /** A number that is wider is made smaller. */
    private static final double WIDEST_NUMBER = 1.3;

    /** From the disc to the label. */
    private static final double GAP = 0.3;

    private static final double MARGIN_ACROSS = 0.35;
    private static final double MARGIN_DOWN = 0.1;
    private static final double CORNER = 0.3;

    private final Glyphs glyphs;

    Markers(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    List<Layer> marker(Widget widget) {
        List<Layer> layers = new ArrayList<>();
        addRimmed(layers, Strokes.circle(0, 0, RADIUS), widget);
        layers.add(new Layer(number(widget.number()), widget.stroke()));
        if (!widget.text().isEmpty()) {
            TextBlock text = new TextBlock(widget.text(), 1, 0, glyphs);
            double top = -text.height() / 2;
            double left = RADIUS + GAP + MARGIN_ACROSS;
            addRimmed(layers, label(left, top, text), widget);
            layers.add(new Layer(text.outline(left, top), widget.stroke()));
        }
        return layers.stream().map(layer -> placed(layer, widget)).toList();
    }

    private static void addRimmed(List<Layer> layers, Shape shape, Widget widget) {
        layers.add(new Layer(shape, widget.fill()));
        layers.add(new Layer(Strokes.round(shape, RIM), widget.stroke()));
    }

    private Path2D number(int number) {
        TextBlock natural = new TextBlock(Integer.toString(number), 1, 0, glyphs);
        double size = Math.min(1, WIDEST_NUMBER / natural.width());
        double baseline = size * glyphs.capHeight() / 2;
        TextBlock block = new TextBlock(Integer.toString(number), size, 0, glyphs);
        return block.outline(-block.width() / 2, baseline - size * glyphs.ascent());
    }

    private static Shape label(double left, double top, TextBlock text) {
        return new RoundRectangle2D.Double(
                left - MARGIN_ACROSS,
                top - MARGIN_DOWN,
                text.width() + 2 * MARGIN_ACROSS,
                text.height() + 2 * MARGIN_DOWN,
                2 * CORNER,
                2 * CORNER);
    }

    private static Layer placed(Layer layer, Widget widget) {
        Rectangle2D box = Boxes.box(widget.geometry());
        AffineTransform place = AffineTransform.getTranslateInstance(box.getCenterX(), box.getCenterY());
        place.scale(widget.fontSize(), widget.fontSize());
        return new Layer(place.createTransformedShape(layer.shape()), layer.argb());
    }
}
