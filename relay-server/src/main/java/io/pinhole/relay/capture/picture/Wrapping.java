package io.pinhole.relay.capture.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Divides a text into lines: at newlines, and where a line gets too wide, at its last blank, or else where it must be. */
final class Wrapping {

    private final Glyphs glyphs;
    private final double width;
    private final List<int[]> lines = new ArrayList<>();

    private Wrapping(Glyphs glyphs, double width) {
        this.glyphs = glyphs;
        this.width = width;
    }

    /**
     * The code points of each line.
     *
     * @param width of the widest line, in em; infinite if only newlines divide
     */
    static List<int[]> lines(String text, double width, Glyphs glyphs) {
        Wrapping wrapping = new Wrapping(glyphs, width);
        for (String paragraph : text.split("\n", -1)) {
            wrapping.add(paragraph.codePoints().toArray());
        }
        return wrapping.lines;
    }

    private void add(int[] paragraph) {
        int start = 0;
        int blank = -1;
        double reached = 0;
        for (int at = 0; at < paragraph.length; at++) {
            reached += glyphs.of(paragraph[at]).advance();
            if (paragraph[at] == ' ') {
                blank = at; // and may stand out
                continue;
            }
            while (reached > width && at > start) {
                boolean atBlank = blank > start;
                lines.add(withoutBlanksBehind(Arrays.copyOfRange(paragraph, start, atBlank ? blank : at)));
                start = atBlank ? blank + 1 : at;
                blank = -1;
                reached = glyphs.width(Arrays.copyOfRange(paragraph, start, at + 1));
            }
        }
        lines.add(Arrays.copyOfRange(paragraph, start, paragraph.length));
    }

    private static int[] withoutBlanksBehind(int[] line) {
        int length = line.length;
        while (length > 0 && line[length - 1] == ' ') {
            length--;
        }
        return Arrays.copyOf(line, length);
    }
}
