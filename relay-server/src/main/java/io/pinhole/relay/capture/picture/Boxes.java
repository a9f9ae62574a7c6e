package io.pinhole.relay.capture.picture;

import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Widget;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Rectangles, ellipses and redactions. */
final class Boxes {

    private Boxes() {}

    static List<Layer> rectangle(Widget widget) {
        Rectangle2D box = box(widget.geometry());
        return List.of(new Layer(box, widget.fill()), new Layer(frame(box, widget.width()), widget.stroke()));
    }

    static List<Layer> ellipse(Widget widget) {
        Rectangle2D box = box(widget.geometry());
        Shape ellipse = new Ellipse2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight());
        return List.of(
                new Layer(ellipse, widget.fill()), new Layer(Strokes.round(ellipse, widget.width()), widget.stroke()));
    }

    static List<Layer> redaction(Widget widget) {
        Rectangle2D box = box(widget.geometry());
        return box.isEmpty() ? List.of() : List.of(new Layer(box, widget.fill()));
    }

    static Rectangle2D box(Geometry g) {
        return new Rectangle2D.Double(g.x(), g.y(), g.width(), g.height());
    }

    /** Half of it inside the box, with sharp corners; a box that is narrower than the stroke has no inside left. */
    private static Shape frame(Rectangle2D box, double width) {
        Path2D frame = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        if (width == 0) {
            return frame;
        }
        frame.append(grown(box, width / 2), false);
        if (box.getWidth() > width && box.getHeight() > width) {
            frame.append(grown(box, -width / 2), false);
        }
        return frame;
    }

    private static Rectangle2D grown(Rectangle2D box, double by) {
        return new Rectangle2D.Double(
                box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }
}
