package io.pinhole.loadtest.join;

import io.pinhole.client.PreparedPhoto;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to do, and when. */
final class ActionOptions {

    private static final Path STANDARD_INPUT = Path.of("-");

    @Option(
            names = "--photo",
            paramLabel = "FILE@SECONDS",
            description = "Share a JPEG file so many seconds after the start; may be repeated.")
    private List<String> photos = new ArrayList<>();

    @Option(
            names = "--shots",
            paramLabel = "FILE",
            split = ",",
            description = "JPEG files, separated by commas: what the camera takes, one with each 'key shoot'.")
    private List<Path> shots = new ArrayList<>();

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description =
                    "One action a line, as SECONDS and one of: mode photo|video, photo [as-is | redact=X,Y,W,H ...] FILE"
                            + " [TITLE], draft [redact=X,Y,W,H ...] FILE [TITLE], publish, open last|ID [full], follow last|ID, close, list, rename last|ID TITLE,"
                            + " withdraw last|ID, key shoot|open|back, leave, end, drop; and on the photo that is open arrow, line, rectangle, ellipse,"
                            + " redaction X Y WIDTH HEIGHT, text X Y TEXT, marker X Y NUMBER, stamp X Y WHICH, ink FILE,"
                            + " highlighter FILE, update last|ID FIELD=VALUE..., delete|lock|unlock last|ID, clear mine|all, undo,"
                            + " redo, pointer X Y, save NAME."
                            + " With - from standard input, done as they come, whenever an empty line follows.")
    private @Nullable Path script;

    @Option(
            names = "--note-every",
            paramLabel = "MILLIS",
            description =
                    "Every so often a small change of the widget drawn last on the open photo, or of the pointer.")
    private int noteEvery;

    @Option(
            names = "--note-text",
            paramLabel = "CHARACTERS",
            description = "The change is a numbered text of that length, which others note as it comes.")
    private int noteText;

    @Option(
            names = "--widgets",
            paramLabel = "FILE",
            description = "Write the widgets of all photos that were followed as JSON at the end.")
    private @Nullable Path widgets;

    /** @throws IllegalArgumentException naming the file and what is wrong with it */
    List<PreparedPhoto> shots() {
        return shots.stream()
                .map(file -> PhotoFile.prepare(file, "", List.of()))
                .toList();
    }

    Drawn drawn() {
        if (noteEvery < 0) {
            throw new IllegalArgumentException("--note-every " + noteEvery);
        }
        Optional<Drawn.Notes> notes =
                noteEvery == 0 ? Optional.empty() : Optional.of(new Drawn.Notes(noteEvery, noteText()));
        return new Drawn(notes, Optional.ofNullable(widgets));
    }

    private OptionalInt noteText() {
        if (noteText == 0) {
            return OptionalInt.empty();
        }
        if (noteEvery == 0 || noteText < NumberedNote.MIN_CHARACTERS || noteText > NumberedNote.MAX_CHARACTERS) {
            throw new IllegalArgumentException("--note-text " + noteText + ": with --note-every, "
                    + NumberedNote.MIN_CHARACTERS + " to " + NumberedNote.MAX_CHARACTERS);
        }
        return OptionalInt.of(noteText);
    }

    /**
     * @param in standard input
     * @throws IllegalArgumentException naming what would be right
     */
    ScriptSource source(InputStream in) {
        if (script == null || !script.equals(STANDARD_INPUT)) {
            return ScriptSource.of(lines());
        }
        if (!photos.isEmpty()) {
            throw new IllegalArgumentException("either --photo or --script -");
        }
        return TypedLines.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    }

    private List<ScriptLine> lines() {
        List<ScriptLine> lines = new ArrayList<>();
        if (script != null) {
            try {
                lines.addAll(Script.read(script));
            } catch (IOException e) {
                throw new IllegalArgumentException("--script " + script + " cannot be read", e);
            }
        }
        photos.forEach(photo -> lines.add(Actions.photo(photo)));
        return lines;
    }
}
