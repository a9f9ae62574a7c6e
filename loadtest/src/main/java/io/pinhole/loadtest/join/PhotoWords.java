package io.pinhole.loadtest.join;

import io.pinhole.client.PreparedPhoto;
import io.pinhole.client.desktop.Redaction;
import io.pinhole.protocol.widget.Geometry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A photo in the words of a script: {@code redact=X,Y,WIDTH,HEIGHT ... FILE TITLE}, or {@code as-is FILE TITLE}.
 *
 * @param asIs without another working copy than the file
 */
record PhotoWords(Path file, String title, List<Redaction> redactions, boolean asIs) {

    private static final String REDACT = "redact=";
    private static final String AS_IS = "as-is ";
    private static final int BOX = 4;
    private static final int BOX_AND_ROTATION = 5;
    private static final int BLACK = 0xff000000;

    static PhotoWords file(String file) {
        return new PhotoWords(Path.of(file), "", List.of(), false);
    }

    /** @throws IllegalArgumentException naming what would be right */
    static PhotoWords parse(String arguments) {
        if (arguments.startsWith(AS_IS)) {
            return named(arguments.substring(AS_IS.length()).strip(), List.of(), true);
        }
        List<Redaction> redactions = new ArrayList<>();
        String rest = arguments;
        while (rest.startsWith(REDACT)) {
            String[] words = rest.split("\\s+", 2);
            redactions.add(redaction(words[0]));
            rest = words.length == 2 ? words[1] : "";
        }
        return named(rest, redactions, false);
    }

    private static PhotoWords named(String fileAndTitle, List<Redaction> redactions, boolean asIs) {
        String[] words = fileAndTitle.split("\\s+", 2);
        return new PhotoWords(Path.of(words[0]), words.length == 2 ? words[1] : "", redactions, asIs);
    }

    PreparedPhoto prepare() {
        return asIs ? PhotoFile.asIs(file, title) : PhotoFile.prepare(file, title, redactions);
    }

    private static Redaction redaction(String word) {
        String[] values = word.substring(REDACT.length()).split(",", -1);
        if (values.length < BOX || values.length > BOX_AND_ROTATION + 1) {
            throw wrong(word, "it has " + values.length + " values");
        }
        try {
            int[] n = new int[BOX_AND_ROTATION];
            for (int at = 0; at < Math.min(n.length, values.length); at++) {
                n[at] = Integer.parseInt(values[at]);
            }
            int fill =
                    values.length > BOX_AND_ROTATION ? Integer.parseUnsignedInt(values[BOX_AND_ROTATION], 16) : BLACK;
            return new Redaction(new Geometry(n[0], n[1], n[2], n[3]), n[BOX], fill);
        } catch (IllegalArgumentException e) { // of a number, too
            throw wrong(word, String.valueOf(e.getMessage()));
        }
    }

    private static IllegalArgumentException wrong(String word, String why) {
        return new IllegalArgumentException("'" + word + "' is not redact=X,Y,WIDTH,HEIGHT[,ROTATION[,FILL]]: " + why);
    }
}
