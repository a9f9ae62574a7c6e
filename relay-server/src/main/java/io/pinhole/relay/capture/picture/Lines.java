package io.pinhole.relay.capture.picture;

import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Widget;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;

/** Lines and arrows. */
final class Lines {

    /** In widths of the line. */
    private static final double HEAD_LENGTH = 5;

    private static final double HEAD_HALF_WIDTH = 2.2;

    /** How far the shaft reaches into the head from behind. */
    private static final double NOTCH = 0.75;

    /** Degrees, as {@link Arc2D} counts them. */
    private static final int BOTTOM = 270;

    private static final int HALF_TURN = -180;

    private Lines() {}

    static List<Layer> line(Widget widget) {
        Geometry g = widget.geometry();
        Shape line = new Line2D.Double(g.x(), g.y(), g.x() + g.width(), g.y() + g.height());
        return List.of(new Layer(Strokes.round(line, widget.width()), widget.stroke()));
    }

    static List<Layer> arrow(Widget widget) {
        Geometry g = widget.geometry();
        double length = Math.hypot(g.width(), g.height());
        if (length == 0 || widget.width() == 0) {
            return line(widget);
        }
        AffineTransform along = AffineTransform.getTranslateInstance(g.x(), g.y());
        along.rotate(g.width(), g.height());
        return List.of(new Layer(along.createTransformedShape(arrow(length, widget.width())), widget.stroke()));
    }

    /** From the origin to the right, in one outline; one that is shorter than a head is a smaller head. */
    private static Path2D arrow(double length, double width) {
        double size = Math.min(width, length / HEAD_LENGTH);
        double corner = length - HEAD_LENGTH * size;
        double half = width / 2;
        double neck = corner + NOTCH * size;
        Path2D path = new Path2D.Double();
        path.moveTo(length, 0);
        path.lineTo(corner, HEAD_HALF_WIDTH * size);
        path.lineTo(neck, size / 2);
        if (corner > 0) {
            path.lineTo(0, half);
            path.append(new Arc2D.Double(-half, -half, width, width, BOTTOM, HALF_TURN, Arc2D.OPEN), true);
        }
        path.lineTo(neck, -size / 2);
        path.lineTo(corner, -HEAD_HALF_WIDTH * size);
        path.closePath();
        return path;
    }
}
