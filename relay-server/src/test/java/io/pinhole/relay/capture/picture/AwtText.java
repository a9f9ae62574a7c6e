package io.pinhole.relay.capture.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Text as AWT draws it, for {@link NoFontsTest}. */
final class AwtText {

    private AwtText() {}

    public static void main(String[] arguments) {
        Graphics2D graphics = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB).createGraphics();
        graphics.drawString("I", 10, 50);
        graphics.dispose();
    }
}
