package io.pinhole.relay.capture.picture;

import io.pinhole.protocol.widget.Widget;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** What each kind of widget looks like, as the section "How widgets look" of the protocol says. */
final class Looks {

    private static final double ROTATION_UNITS_PER_DEGREE = 100;

    private final Texts texts;
    private final Markers markers;

    Looks(Glyphs glyphs) {
        texts = new Texts(glyphs);
        markers = new Markers(glyphs);
    }

    Drawing of(Widget widget) {
        return new Drawing(layers(widget), turn(widget), widget.opacity());
    }

    private List<Layer> layers(Widget widget) {
        return switch (widget.kind()) {
            case ARROW -> Lines.arrow(widget);
            case LINE -> Lines.line(widget);
            case FREEHAND, HIGHLIGHTER -> Inks.ink(widget);
            case RECTANGLE -> Boxes.rectangle(widget);
            case ELLIPSE -> Boxes.ellipse(widget);
            case TEXT -> texts.text(widget);
            case MARKER -> markers.marker(widget);
            case STAMP -> Stamps.stamp(widget);
            case REDACTION -> Boxes.redaction(widget);
        };
    }

    /** Clockwise, as y goes down. */
    private static AffineTransform turn(Widget widget) {
        Rectangle2D box = widget.kind().isInk() ? Inks.box(widget) : Boxes.box(widget.geometry());
        double angle = Math.toRadians(widget.rotation() / ROTATION_UNITS_PER_DEGREE);
        return AffineTransform.getRotateInstance(angle, box.getCenterX(), box.getCenterY());
    }
}
