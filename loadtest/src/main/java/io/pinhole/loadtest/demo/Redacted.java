package io.pinhole.loadtest.demo;

import java.awt.image.BufferedImage;

/** What nobody is to see of a saved photo: a box that covers a stroke, too. */
final class Redacted {

    private static final int X = 18_000;
    private static final int Y = 31_000;
    private static final int WIDTH = 9000;
    private static final int HEIGHT = 5000;

    static final String WORDS = X + " " + Y + " " + WIDTH + " " + HEIGHT;

    private static final double UNITS = 65_535;
    /** Of each colour; JPEG does not keep black exactly. */
    private static final int ALMOST_BLACK = 24;

    private Redacted() {}

    /** Whether nothing but black is in the middle half of the box. */
    static boolean isIn(BufferedImage picture) {
        double scale = Math.max(picture.getWidth(), picture.getHeight()) / UNITS;
        int fromX = (int) ((X + WIDTH / 4) * scale);
        int fromY = (int) ((Y + HEIGHT / 4) * scale);
        int toX = (int) ((X + WIDTH * 3 / 4) * scale);
        int toY = (int) ((Y + HEIGHT * 3 / 4) * scale);
        if (toX >= picture.getWidth() || toY >= picture.getHeight()) {
            return true; // the photo is too narrow for the box
        }
        boolean isBlack = true;
        for (int y = fromY; y <= toY; y++) {
            for (int x = fromX; x <= toX; x++) {
                isBlack &= isAlmostBlack(picture.getRGB(x, y));
            }
        }
        return isBlack;
    }

    private static boolean isAlmostBlack(int rgb) {
        return (rgb >> 16 & 0xff) < ALMOST_BLACK && (rgb >> 8 & 0xff) < ALMOST_BLACK && (rgb & 0xff) < ALMOST_BLACK;
    }
}
