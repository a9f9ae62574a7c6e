package io.pinhole.relay.capture.picture;

import io.pinhole.protocol.widget.Widget;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Signs in the middle of the box, in the largest square that fits. Lengths are in hundredths of its side. */
final class Stamps {

    private static final double SIDE = 100;
    private static final double RIM = 5;
    private static final double PEN = 11;

    private Stamps() {}

    static List<Layer> stamp(Widget widget) {
        Shape shield = switch (widget.stamp()) {
            case CHECK, CROSS, QUESTION -> Strokes.circle(50, 50, 47);
            case WARNING -> triangle();
        };
        Path2D sign = switch (widget.stamp()) {
            case CHECK -> check();
            case CROSS -> cross();
            case QUESTION -> question();
            case WARNING -> exclamation();
        };
        AffineTransform place = place(widget);
        return List.of(
                new Layer(place.createTransformedShape(shield), widget.fill()),
                new Layer(place.createTransformedShape(Strokes.round(shield, RIM)), widget.stroke()),
                new Layer(place.createTransformedShape(sign), widget.stroke()));
    }

    private static AffineTransform place(Widget widget) {
        Rectangle2D box = Boxes.box(widget.geometry());
        double scale = Math.min(box.getWidth(), box.getHeight()) / SIDE;
        return new AffineTransform(
                scale, 0, 0, scale, box.getCenterX() - scale * SIDE / 2, box.getCenterY() - scale * SIDE / 2);
    }

    private static Shape triangle() {
        Path2D path = new Path2D.Double();
        path.moveTo(50, 9);
        path.lineTo(96, 89);
        path.lineTo(4, 89);
        path.closePath();
        return path;
    }

    private static Path2D check() {
        Path2D path = new Path2D.Double();
        path.moveTo(27, 52);
        path.lineTo(43, 68);
        path.lineTo(74, 35);
        return drawn(path);
    }

    private static Path2D cross() {
        Path2D path = new Path2D.Double();
        path.moveTo(32, 32);
        path.lineTo(68, 68);
        path.moveTo(68, 32);
        path.lineTo(32, 68);
        return drawn(path);
    }

    private static Path2D question() {
        Path2D path = new Path2D.Double();
        path.moveTo(35, 38);
        path.curveTo(35, 29, 42, 24, 50, 24);
        path.curveTo(58, 24, 65, 29, 65, 38);
        path.curveTo(65, 47, 50, 48, 50, 59);
        return withDot(path, 76);
    }

    private static Path2D exclamation() {
        Path2D path = new Path2D.Double();
        path.moveTo(50, 39);
        path.lineTo(50, 60);
        return withDot(path, 76);
    }

    private static Path2D withDot(Path2D path, double y) {
        Path2D sign = drawn(path);
        sign.append(Strokes.dot(50, y, PEN), false);
        return sign;
    }

    private static Path2D drawn(Path2D path) {
        return new Path2D.Double(Strokes.round(path, PEN));
    }
}
