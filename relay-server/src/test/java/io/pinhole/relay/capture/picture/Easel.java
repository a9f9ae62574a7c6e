package io.pinhole.relay.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.WidgetKind;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** A grey picture of 771 x 500 pixels, on which a pixel is 85 units; what is said in pixels here. */
final class Easel {

    static final int WIDTH = 771;
    static final int HEIGHT = 500;
    static final int PIXEL = 85;

    static final int GREY = 0xff808080;
    static final int RED = 0xffe53935;
    static final int YELLOW = 0xffffeb3b;
    static final int WHITE = 0xffffffff;
    static final int BLACK = 0xff000000;
    static final int BLUE = 0xff0000ff;

    private static final int NEAR = 60;

    private final BufferedImage picture;

    Easel(BufferedImage picture) {
        this.picture = picture;
    }

    static BufferedImage blank() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(GREY));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.dispose();
        return picture;
    }

    /** The widget alone, without JPEG between it and the eye. */
    static Easel showing(WidgetKind kind, Fields.Builder fields) {
        return showing(new Sketch().add(kind, fields));
    }

    static Easel showing(Sketch sketch) {
        BufferedImage picture = blank();
        Canvas canvas = new Canvas(picture);
        Looks looks = new Looks(Glyphs.load());
        sketch.widgets().stream().map(looks::of).forEach(canvas::draw);
        return new Easel(picture);
    }

    static Fields.Builder box(double x, double y, double width, double height) {
        return Fields.builder().geometry(new Geometry(units(x), units(y), units(width), units(height)));
    }

    static Fields.Builder ink(int... pixels) {
        int[] units = new int[pixels.length];
        for (int at = 0; at < units.length; at++) {
            units[at] = PIXEL * pixels[at];
        }
        return Fields.builder().ink(Ink.of(0, units));
    }

    static int units(double pixels) {
        return (int) Math.round(PIXEL * pixels);
    }

    int width() {
        return picture.getWidth();
    }

    int at(int x, int y) {
        return picture.getRGB(x, y);
    }

    Easel sees(int argb, int x, int y) {
        assertThat(hex(at(x, y))).as("pixel %d, %d", x, y).isEqualTo(hex(argb));
        return this;
    }

    Easel sees(int argb, int x, int y, int tolerance) {
        assertThat(distance(argb, at(x, y)))
                .as("pixel %d, %d is %s and should be %s", x, y, hex(at(x, y)), hex(argb))
                .isLessThanOrEqualTo(tolerance);
        return this;
    }

    Easel seesNothing(int x, int y) {
        return sees(GREY, x, y);
    }

    /** How many times a row comes upon a colour. */
    int strokes(int argb, int y) {
        int strokes = 0;
        for (int x = 1; x < width(); x++) {
            strokes += isNear(argb, at(x, y)) && !isNear(argb, at(x - 1, y)) ? 1 : 0;
        }
        return strokes;
    }

    /** How many pixels of a row have a colour, or nearly. */
    int count(int argb, int y) {
        int count = 0;
        for (int x = 0; x < width(); x++) {
            count += isNear(argb, at(x, y)) ? 1 : 0;
        }
        return count;
    }

    private static boolean isNear(int argb, int seen) {
        return distance(argb, seen) < NEAR;
    }

    private static int distance(int one, int other) {
        Color a = new Color(one);
        Color b = new Color(other);
        int redAndGreen = Math.max(Math.abs(a.getRed() - b.getRed()), Math.abs(a.getGreen() - b.getGreen()));
        return Math.max(redAndGreen, Math.abs(a.getBlue() - b.getBlue()));
    }

    /** What the upper colour comes to on the lower one. */
    static int mixed(int upper, int lower, double share) {
        Color a = new Color(upper);
        Color b = new Color(lower);
        return new Color(
                        mixedChannel(a.getRed(), b.getRed(), share),
                        mixedChannel(a.getGreen(), b.getGreen(), share),
                        mixedChannel(a.getBlue(), b.getBlue(), share))
                .getRGB();
    }

    private static int mixedChannel(int upper, int lower, double share) {
        return (int) Math.round(upper * share + lower * (1 - share));
    }

    private static String hex(int argb) {
        return String.format("%08x", argb);
    }
}
