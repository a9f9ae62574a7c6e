package io.pinhole.client.desktop;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Turns a stored picture the way its EXIF orientation says (Exif 2.3, 4.6.4, tag 274). */
final class Upright {

    private Upright() {}

    static BufferedImage turn(BufferedImage stored, int orientation) {
        if (orientation == 1) {
            return stored;
        }
        int width = stored.getWidth();
        int height = stored.getHeight();
        boolean lying = orientation >= 5;
        BufferedImage upright =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        Canvas.draw(stored, upright, transform(orientation, width, height));
        return upright;
    }

    /** Maps stored to upright coordinates: x' = m00 x + m01 y + m02, y' = m10 x + m11 y + m12. */
    private static AffineTransform transform(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0); // mirrored
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height); // upside down
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height); // upside down and mirrored
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0); // x and y exchanged
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0); // to be turned clockwise
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width); // exchanged and upside down
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width); // to be turned counter-clockwise
            default -> throw new IllegalArgumentException("no such orientation: " + orientation);
        };
    }
}
