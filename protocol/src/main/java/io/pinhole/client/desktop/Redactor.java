package io.pinhole.client.desktop;

import io.pinhole.protocol.widget.Geometry;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Paints boxes over an upright picture; every pixel that one touches becomes the box's colour and nothing else. */
final class Redactor {

    /** Half of it lies outside: enough to reach the middle of every pixel that is only touched. */
    private static final BasicStroke BORDER = new BasicStroke(2, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER);

    private static final double FULL_TURN = 36_000;

    private Redactor() {}

    static void burn(BufferedImage upright, List<Redaction> redactions) {
        Graphics2D graphics = upright.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setStroke(BORDER);
            double unit = (double) Math.max(upright.getWidth(), upright.getHeight()) / Geometry.SIDE;
            for (Redaction redaction : redactions) {
                Shape shape = shape(redaction, unit);
                graphics.setColor(new Color(redaction.fill()));
                graphics.fill(shape);
                graphics.draw(shape);
            }
        } finally {
            graphics.dispose();
        }
    }

    /** @param unit in pixels */
    private static Shape shape(Redaction redaction, double unit) {
        Geometry box = redaction.box();
        Rectangle2D upright =
                new Rectangle2D.Double(box.x() * unit, box.y() * unit, box.width() * unit, box.height() * unit);
        double angle = 2 * Math.PI * redaction.rotation() / FULL_TURN;
        return AffineTransform.getRotateInstance(angle, upright.getCenterX(), upright.getCenterY())
                .createTransformedShape(upright);
    }
}
