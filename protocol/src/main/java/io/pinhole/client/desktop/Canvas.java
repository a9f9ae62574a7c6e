package io.pinhole.client.desktop;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Draws one whole image onto another, pixel by pixel. */
final class Canvas {

    private Canvas() {}

    static void draw(BufferedImage from, BufferedImage to) {
        draw(from, to, new AffineTransform());
    }

    static void draw(BufferedImage from, BufferedImage to, AffineTransform transform) {
        Graphics2D graphics = to.createGraphics();
        try {
            graphics.drawImage(from, transform, null);
        } finally {
            graphics.dispose();
        }
    }
}
