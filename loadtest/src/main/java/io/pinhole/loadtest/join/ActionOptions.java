package io.pinhole.loadtest.join;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            names = "--script",
            paramLabel = "FILE",
            description = "One action a line, as SECONDS and one of: mode photo|video, photo FILE [TITLE],"
                    + " open last|ID [full], close, list, rename last|ID TITLE, withdraw last|ID, leave, end, drop."
                    + " With - from standard input, done as they come, whenever an empty line follows.")
    private @Nullable Path script;

    /** @throws IllegalArgumentException naming what would be right */
    ScriptSource source() {
        if (script == null || !script.equals(STANDARD_INPUT)) {
            return ScriptSource.of(lines());
        }
        if (!photos.isEmpty()) {
            throw new IllegalArgumentException("either --photo or --script -");
        }
        return TypedLines.read(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
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
