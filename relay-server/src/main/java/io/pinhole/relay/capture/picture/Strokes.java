package io.pinhole.relay.capture.picture;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Areas that a pen covers; each has no holes where it crosses itself. */
final class Strokes {

    private static final Shape NOTHING = new Path2D.Double();

    private Strokes() {}

    /** With round ends and corners; of a path that stays in one place a dot. */
    static Shape round(Shape path, double width) {
        if (width == 0 || path.getPathIterator(null).isDone()) {
            return NOTHING;
        }
        Rectangle2D box = path.getBounds2D();
        if (box.getWidth() == 0 && box.getHeight() == 0) {
            return dot(box.getX(), box.getY(), width);
        }
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(path);
    }

    static Shape dot(double x, double y, double width) {
        return new Ellipse2D.Double(x - width / 2, y - width / 2, width, width);
    }

    static Shape circle(double x, double y, double radius) {
        return dot(x, y, 2 * radius);
    }
}
