package io.pinhole.relay.capture.picture;

import static java.awt.RenderingHints.KEY_ANTIALIASING;
import static java.awt.RenderingHints.KEY_STROKE_CONTROL;
import static java.awt.RenderingHints.VALUE_ANTIALIAS_OFF;
import static java.awt.RenderingHints.VALUE_ANTIALIAS_ON;
import static java.awt.RenderingHints.VALUE_STROKE_PURE;

import io.pinhole.protocol.widget.Geometry;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Puts drawings on a picture. */
final class Canvas {

    private static final int OPAQUE = 255;

    /** Of translucent drawings of several layers, so many pixels are put together at a time. */
    private static final int BAND_PIXELS = 1 << 20;

    /** Twice the farthest that the middle of a pixel can be from an area that touches it. */
    private static final BasicStroke EVERY_PIXEL_TOUCHED =
            new BasicStroke(1.5f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER);

    private final BufferedImage picture;
    private final AffineTransform toPixels;

    Canvas(BufferedImage picture) {
        this.picture = picture;
        double pixelsPerUnit = Math.max(picture.getWidth(), picture.getHeight()) / (double) Geometry.SIDE;
        this.toPixels = AffineTransform.getScaleInstance(pixelsPerUnit, pixelsPerUnit);
    }

    void draw(Drawing drawing) {
        List<Layer> layers = visible(drawing);
        if (layers.size() > 1 && drawing.opacity() < OPAQUE) {
            drawTogether(layers, drawing.opacity());
            return;
        }
        Graphics2D graphics = graphics(picture, VALUE_ANTIALIAS_ON);
        for (Layer layer : layers) {
            Color colour = new Color(layer.argb(), true);
            int alpha = (colour.getAlpha() * drawing.opacity() + OPAQUE / 2) / OPAQUE;
            graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha));
            graphics.fill(layer.shape());
        }
        graphics.dispose();
    }

    /** As {@link #draw}, but every pixel that the drawing touches gets its colour and nothing else. */
    void cover(Drawing drawing) {
        Graphics2D graphics = graphics(picture, VALUE_ANTIALIAS_OFF);
        for (Layer layer : visible(drawing)) {
            graphics.setColor(new Color(layer.argb()));
            graphics.fill(layer.shape());
            graphics.fill(EVERY_PIXEL_TOUCHED.createStrokedShape(layer.shape()));
        }
        graphics.dispose();
    }

    /** In pixels, what can be seen at all. */
    private List<Layer> visible(Drawing drawing) {
        AffineTransform transform = new AffineTransform(toPixels);
        transform.concatenate(drawing.turn());
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : drawing.layers()) {
            Shape shape = transform.createTransformedShape(layer.shape());
            boolean onPicture = shape.getBounds2D().intersects(0, 0, picture.getWidth(), picture.getHeight());
            if (onPicture && layer.argb() >>> 24 != 0) {
                layers.add(new Layer(shape, layer.argb()));
            }
        }
        return drawing.opacity() == 0 ? List.of() : layers;
    }

    private void drawTogether(List<Layer> layers, int opacity) {
        Rectangle seen = layers.stream()
                .map(layer -> layer.shape().getBounds())
                .reduce(Rectangle::union)
                .orElseThrow()
                .intersection(new Rectangle(picture.getWidth(), picture.getHeight()));
        Graphics2D graphics = graphics(picture, VALUE_ANTIALIAS_ON);
        graphics.setComposite(AlphaComposite.SrcOver.derive(opacity / (float) OPAQUE));
        int rows = Math.max(1, BAND_PIXELS / seen.width);
        for (int y = seen.y; y < seen.y + seen.height; y += rows) {
            int height = Math.min(rows, seen.y + seen.height - y);
            graphics.drawImage(band(layers, new Rectangle(seen.x, y, seen.width, height)), seen.x, y, null);
        }
        graphics.dispose();
    }

    private static BufferedImage band(List<Layer> layers, Rectangle part) {
        BufferedImage band = new BufferedImage(part.width, part.height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = graphics(band, VALUE_ANTIALIAS_ON);
        graphics.translate(-part.x, -part.y);
        for (Layer layer : layers) {
            graphics.setColor(new Color(layer.argb(), true));
            graphics.fill(layer.shape());
        }
        graphics.dispose();
        return band;
    }

    private static Graphics2D graphics(BufferedImage on, Object antialiasing) {
        Graphics2D graphics = on.createGraphics();
        graphics.setRenderingHint(KEY_ANTIALIASING, antialiasing);
        graphics.setRenderingHint(KEY_STROKE_CONTROL, VALUE_STROKE_PURE); // or shapes are moved to whole pixels
        return graphics;
    }
}
