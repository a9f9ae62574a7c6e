package io.pinhole.relay.capture.picture;

import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.Widget;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Freehand and highlighter. */
final class Inks {

    private Inks() {}

    static List<Layer> ink(Widget widget) {
        Path2D path = path(widget.ink(), widget.geometry());
        return List.of(new Layer(Strokes.round(path, widget.width()), widget.stroke()));
    }

    /** Of the points, without the width of the stroke. */
    static Rectangle2D box(Widget widget) {
        return path(widget.ink(), widget.geometry()).getBounds2D();
    }

    private static Path2D path(Ink ink, Geometry origin) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, ink.count());
        path.moveTo(origin.x() + ink.x(0), origin.y() + ink.y(0));
        for (int point = 1; point < ink.count(); point++) {
            path.lineTo(origin.x() + ink.x(point), origin.y() + ink.y(point));
        }
        return path;
    }
}
