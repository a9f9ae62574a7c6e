package io.pinhole.loadtest.join;

import io.pinhole.client.PreparedPhoto;
import io.pinhole.client.desktop.Redaction;
import io.pinhole.protocol.widget.Geometry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A photo in the words of a script: {@code redact=X,Y,WIDTH,HEIGHT ... FILE TITLE}. */
record PhotoWords(Path file, String title, List<Redaction> redactions) {

    private static final String REDACT = "redact=";
    private static final int BOX = 4;
    private static final int BOX_AND_ROTATION = 5;
    private static final int BLACK = 0xff000000;

    static PhotoWords file(String file) {
        return new PhotoWords(Path.of(file), "", List.of());
    }

    /** @throws IllegalArgumentException naming what would be right */
    static PhotoWords parse(String arguments) {
        List<Redaction> redactions = new ArrayList<>();
        String rest = arguments;
        while (rest.startsWith(REDACT)) {
            String[] words = rest.split("\\s+", 2);
            redactions.add(redaction(words[0]));
            rest = words.length == 2 ? words[1] : "";
        }
        String[] words = rest.split("\\s+", 2);
        return new PhotoWords(Path.of(words[0]), words.length == 2 ? words[1] : "", redactions);
    }

    PreparedPhoto prepare() {
        return PhotoFile.prepare(file, title, redactions);
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
