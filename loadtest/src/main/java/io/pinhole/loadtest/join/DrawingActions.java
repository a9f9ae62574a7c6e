package io.pinhole.loadtest.join;

import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Stamp;
import io.pinhole.protocol.widget.WidgetKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The words of a script that draw; coordinates are units, 65535 to the longer side of the photo. */
final class DrawingActions {

    static final String KNOWN = "arrow, line, rectangle, ellipse, redaction, text, marker, stamp, ink, highlighter,"
            + " update, delete, clear, undo, redo, lock, unlock, pointer, save";

    private DrawingActions() {}

    /** Empty if it is none of them. */
    static Optional<Consumer<Sketch>> of(String name, String arguments) {
        List<String> words = Arrays.asList(arguments.split("\\s+"));
        return Optional.ofNullable(
                switch (name) {
                    case "arrow", "line", "rectangle", "ellipse", "redaction" -> shape(name, words);
                    case "text" -> text(arguments);
                    case "marker" -> marker(words);
                    case "stamp" -> stamp(words);
                    case "ink" -> ink(WidgetKind.FREEHAND, arguments);
                    case "highlighter" -> ink(WidgetKind.HIGHLIGHTER, arguments);
                    case "update" -> update(words);
                    case "delete" -> onWidget(words, Sketch::delete);
                    case "lock" -> onWidget(words, (sketch, widget) -> sketch.lock(widget, true));
                    case "unlock" -> onWidget(words, (sketch, widget) -> sketch.lock(widget, false));
                    case "clear" -> clear(arguments);
                    case "undo" -> (Consumer<Sketch>) Sketch::undo;
                    case "redo" -> (Consumer<Sketch>) Sketch::redo;
                    case "pointer" -> pointer(words);
                    case "save" -> (Consumer<Sketch>) sketch -> sketch.save(arguments);
                    default -> null;
                });
    }

    private static Consumer<Sketch> shape(String name, List<String> words) {
        WidgetKind kind = WidgetKind.valueOf(name.toUpperCase(Locale.ROOT));
        int[] n = numbers(words, 4, "x y width height");
        Fields fields = at(new Geometry(n[0], n[1], n[2], n[3]));
        return sketch -> sketch.create(kind, fields);
    }

    private static Consumer<Sketch> text(String arguments) {
        String[] words = arguments.split("\\s+", 3);
        if (words.length < 3) {
            throw new IllegalArgumentException("a text is x y and what it says");
        }
        int[] n = numbers(List.of(words[0], words[1]), 2, "x y");
        Fields fields = at(new Geometry(n[0], n[1], 12_000, 2400))
                .with(Fields.builder().text(words[2]).build());
        return sketch -> sketch.create(WidgetKind.TEXT, fields);
    }

    private static Consumer<Sketch> marker(List<String> words) {
        int[] n = numbers(words, 3, "x y number");
        Fields fields = at(new Geometry(n[0], n[1], 2400, 2400))
                .with(Fields.builder().number(n[2]).build());
        return sketch -> sketch.create(WidgetKind.MARKER, fields);
    }

    private static Consumer<Sketch> stamp(List<String> words) {
        if (words.size() != 3) {
            throw new IllegalArgumentException("a stamp is x y and check, cross, question or warning");
        }
        int[] n = numbers(words.subList(0, 2), 2, "x y");
        Stamp stamp = Arrays.stream(Stamp.values())
                .filter(known -> known.name().equalsIgnoreCase(words.get(2)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stamp is '" + words.get(2) + "'"));
        Fields fields = at(new Geometry(n[0], n[1], 3000, 3000))
                .with(Fields.builder().stamp(stamp).build());
        return sketch -> sketch.create(WidgetKind.STAMP, fields);
    }

    private static Consumer<Sketch> ink(WidgetKind kind, String file) {
        List<HandPoint> points = HandPoint.read(Path.of(file));
        return sketch -> sketch.ink(kind, points);
    }

    private static Consumer<Sketch> update(List<String> words) {
        Optional<WidgetId> widget = widget(words.get(0));
        Fields fields = FieldWords.parse(words.subList(1, words.size()));
        return sketch -> sketch.update(widget, fields);
    }

    private static Consumer<Sketch> clear(String whose) {
        if (!whose.equals("mine") && !whose.equals("all")) {
            throw new IllegalArgumentException("clear mine or clear all, not '" + whose + "'");
        }
        return sketch -> sketch.clear(whose.equals("all"));
    }

    private static Consumer<Sketch> pointer(List<String> words) {
        int[] n = numbers(words, 2, "x y");
        return sketch -> sketch.point(n[0], n[1]);
    }

    private interface OnWidget {
        void act(Sketch sketch, Optional<WidgetId> widget);
    }

    private static Consumer<Sketch> onWidget(List<String> words, OnWidget action) {
        Optional<WidgetId> widget = widget(words.get(0));
        return sketch -> action.act(sketch, widget);
    }

    /** Empty for the last. */
    private static Optional<WidgetId> widget(String word) {
        if (word.equals("last")) {
            return Optional.empty();
        }
        try {
            return Optional.of(WidgetId.parse(word));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a widget is 'last' or 32 hexadecimal digits, not '" + word + "'", e);
        }
    }

    private static Fields at(Geometry geometry) {
        return Fields.builder().geometry(geometry).build();
    }

    private static int[] numbers(List<String> words, int count, String what) {
        try {
            if (words.size() == count) {
                return words.stream().mapToInt(Integer::parseInt).toArray();
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("'" + String.join(" ", words) + "' is not " + what);
    }
}
