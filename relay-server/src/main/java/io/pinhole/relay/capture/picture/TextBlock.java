package io.pinhole.relay.capture.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.Normalizer;
import java.util.List;

/** Lines of text, one below the other, from left to right in the order of their characters. */
final class TextBlock {

    private final Glyphs glyphs;
    private final double fontSize;
    private final List<int[]> lines;

    /**
     * @param fontSize in units
     * @param width where lines end, in units; 0 if only newlines divide them
     */
    TextBlock(String text, double fontSize, double width, Glyphs glyphs) {
        this.glyphs = glyphs;
        this.fontSize = fontSize;
        double widest = width == 0 ? Double.POSITIVE_INFINITY : width / fontSize;
        this.lines = Wrapping.lines(Normalizer.normalize(text, Normalizer.Form.NFC), widest, glyphs);
    }

    /** Of the longest line, in units. */
    double width() {
        return lines.stream().mapToDouble(glyphs::width).max().orElse(0) * fontSize;
    }

    /** In units. */
    double height() {
        return lines.size() * glyphs.lineHeight() * fontSize;
    }

    /** With its top left corner there. */
    Path2D outline(double x, double y) {
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double baseline = glyphs.ascent();
        for (int[] line : lines) {
            double at = 0;
            for (int codePoint : line) {
                Glyph glyph = glyphs.of(codePoint);
                outline.append(glyph.outline().getPathIterator(place(x, y, at, baseline)), false);
                at += glyph.advance();
            }
            baseline += glyphs.lineHeight();
        }
        return outline;
    }

    private AffineTransform place(double x, double y, double right, double down) {
        return new AffineTransform(fontSize, 0, 0, fontSize, x + fontSize * right, y + fontSize * down);
    }
}
