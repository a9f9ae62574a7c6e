package io.pinhole.loadtest.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts into a sentence what is worth telling of what happens. */
final class Narrator {

    private final Map<Long, String> people = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, String> lines = new HashMap<>();
    private final ProgressBar progress = new ProgressBar();

    /** In the order of time. */
    Optional<String> tell(Happening h) {
        return switch (h.name()) {
            case "joined" -> joined(h);
            case "action" -> Optional.of("> " + readable(h.text("line").replaceFirst("^0 ", "")));
            case "failed" ->
                h.has("action", "published")
                        ? Optional.of("is refused: " + h.text("code") + ", " + h.text("message"))
                        : Optional.empty();
            case "voice-received" -> heard(h);
            case "sound" -> Optional.of("hears a sound: a " + h.text("cue").replace('-', ' ') + " of the " + person(h));
            case "line" -> Optional.of(line(h, h.text("state")));
            case "pointer" -> first(h, "sees the pointer of the " + person(h) + place(h));
            case "stroke" -> first(h, "sees a stroke of the " + person(h) + " grow" + place(h));
            case "widgets" -> widgets(h);
            case "reconnecting" -> first(h, "has lost the relay");
            case "resumed" -> Optional.of("is back in the call");
            case "mode" -> Optional.of("is told: " + h.text("mode") + " mode, by the " + person(h));
            case "photo" -> h.part() == Part.EXPERT ? entry(h) : Optional.empty();
            case "view" -> Optional.of("sees the eye of the " + person(h) + place(h));
            case "new-shot" -> Optional.of("is notified: a new shot of the " + person(h) + ", " + title(h));
            case "photo-received" ->
                h.part() == Part.EXPERT && !h.has("rendition", "preview")
                        ? progress.after(h).map(bar -> title(h) + " " + h.text("rendition") + " " + bar)
                        : Optional.empty();
            case "photo-complete" ->
                h.has("rendition", "preview")
                        ? Optional.of("has the preview of " + title(h) + ", " + h.number("bytes") + " bytes")
                        : Optional.empty();
            case "participant" ->
                h.has("presence", "here")
                        ? Optional.empty()
                        : Optional.of("is told: the " + person(h) + " is " + h.text("presence"));
            case "share-stored" -> Optional.of("knows that all of " + title(h) + " is stored");
            case "capture" -> Optional.of(capture(h));
            case Cms.EVENT -> Optional.of(fetched(h));
            case "ended" -> Optional.of("has ended: " + h.text("code"));
            default -> Optional.empty();
        };
    }

    /** The first sound of somebody. */
    private Optional<String> heard(Happening h) {
        String speaker = people.getOrDefault(h.number("from"), "");
        return speaker.isEmpty() ? Optional.empty() : first(h, "hears the " + speaker);
    }

    /** Only the first time. */
    private Optional<String> first(Happening h, String sentence) {
        return told.add(h.part() + sentence) ? Optional.of(sentence) : Optional.empty();
    }

    private Optional<String> widgets(Happening h) {
        return h.number("pending") == 0
                ? first(
                        h,
                        "sees " + h.number("widgets") + (h.number("widgets") == 1 ? " widget" : " widgets") + place(h)
                                + ", revision " + h.number("revision"))
                : Optional.empty();
    }

    private static String line(Happening h, String state) {
        return switch (state) {
            case "poor" -> "is on a line of " + h.text("quality");
            case "good" ->
                String.format(
                        Locale.ROOT,
                        "is on a good line; the poor one carried %.0f kbit/s up, %.0f down",
                        h.number(LineNote.UP) * 1e-3,
                        h.number(LineNote.DOWN) * 1e-3);
            default -> "has its line " + state;
        };
    }

    private static String capture(Happening h) {
        return h.has("state", "failed")
                ? "is told: \"" + h.text("name") + "\" has failed, " + h.text("message")
                : "is told: \"" + h.text("name") + "\" is saved at revision " + h.number("revision") + ", "
                        + h.text("state");
    }

    private static String fetched(Happening h) {
        String outcome = h.has("status", 200)
                ? String.format(Locale.ROOT, "%,d bytes", h.number("bytes"))
                : "is refused with " + h.number("status");
        return "GET " + h.text("path") + (h.has("errand", "without_token") ? " without a token: " : ": ") + outcome;
    }

    private Optional<String> joined(Happening h) {
        people.put(h.number("participant"), h.part().word());
        return Optional.of("is in the call by " + h.part().transport().name().toLowerCase(Locale.ROOT)
                + ": participant " + h.number("participant") + ", " + h.text("mode") + " mode");
    }

    /** A line of the list, if people see that it has changed. */
    private Optional<String> entry(Happening h) {
        titles.put(h.text("photo"), h.text("title"));
        String line = "list: " + title(h) + ", " + h.text("state");
        return line.equals(lines.put(h.text("photo"), line)) ? Optional.empty() : Optional.of(line);
    }

    private String person(Happening h) {
        return people.getOrDefault(h.number("participant"), "participant " + h.number("participant"));
    }

    private String title(Happening h) {
        return "\"" + titles.getOrDefault(h.text("photo"), "new photo") + "\"";
    }

    private String place(Happening h) {
        if (h.text("photo").isEmpty()) {
            return " on the list";
        }
        return " on " + title(h) + (h.has("fullScreen", true) ? " in full screen" : "");
    }

    private String readable(String action) {
        String text = action.replaceAll("\\S*/", "");
        for (Map.Entry<String, String> photo : titles.entrySet()) {
            text = text.replace(photo.getKey(), "\"" + photo.getValue() + "\"");
        }
        return text;
    }
}
