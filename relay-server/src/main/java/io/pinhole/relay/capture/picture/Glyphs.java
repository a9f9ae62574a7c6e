package io.pinhole.relay.capture.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.HorizontalHeaderTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The outlines of Roboto, straight from its file: the fonts of java.awt need a system that has fontconfig and a font, and
 * servers have neither. One thread.
 */
final class Glyphs {

    private static final String FILE = "Roboto-Regular.ttf";
    private static final Glyph NOTHING = new Glyph(new Path2D.Double(), 0);

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unitsPerEm;

    /** At most as many as the font has. */
    private final Map<Integer, Glyph> glyphs = new HashMap<>();

    private Glyphs(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    static Glyphs load() {
        try (InputStream in = Glyphs.class.getResourceAsStream(FILE)) {
            return new Glyphs(new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(in, FILE))));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + FILE, e);
        }
    }

    /** What the font does not have is a box; what is never seen, like a joiner, is nothing. */
    Glyph of(int codePoint) {
        if (isInvisible(codePoint)) {
            return NOTHING;
        }
        return glyphs.computeIfAbsent(characters.getGlyphId(codePoint), this::read);
    }

    /** Of a line, in em. */
    double width(int[] codePoints) {
        return Arrays.stream(codePoints)
                .mapToDouble(codePoint -> of(codePoint).advance())
                .sum();
    }

    /** From the top of a line to its baseline, in em. */
    double ascent() {
        return header().getAscender() / unitsPerEm;
    }

    /** From one baseline to the next, in em. */
    double lineHeight() {
        HorizontalHeaderTable header = header();
        return (header.getAscender() - header.getDescender() + header.getLineGap()) / unitsPerEm;
    }

    /** Of capital letters and digits, in em. */
    double capHeight() {
        return -of('H').outline().getBounds2D().getY();
    }

    private HorizontalHeaderTable header() {
        try {
            return font.getHorizontalHeader();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Glyph read(int glyph) {
        try {
            Path2D outline = new Path2D.Double(font.getGlyph().getGlyph(glyph).getPath());
            outline.transform(AffineTransform.getScaleInstance(1 / unitsPerEm, -1 / unitsPerEm));
            return new Glyph(outline, font.getAdvanceWidth(glyph) / unitsPerEm);
        } catch (IOException e) {
            throw new UncheckedIOException("glyph " + glyph, e);
        }
    }

    /** Soft hyphen, joiners, marks of direction, selectors of variations. */
    private static boolean isInvisible(int c) {
        return c == 0xAD
                || c == 0x34F
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x2060 && c <= 0x2064)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFEFF
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }
}
