package io.pinhole.loadtest.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts into a sentence what is worth telling of what happens. */
final class Narrator {

    private final Map<Long, String> people = new HashMap<>();
    private final Set<String> heard = new HashSet<>();
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
            case "mode" -> Optional.of("is told: " + h.text("mode") + " mode, by the " + person(h));
            case "photo" -> h.part() == Part.EXPERT ? line(h) : Optional.empty();
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
                h.has("presence", "gone") ? Optional.of("is told: the " + person(h) + " is gone") : Optional.empty();
            case "share-stored" -> Optional.of("knows that all of " + title(h) + " is stored");
            case "ended" -> Optional.of("has ended: " + h.text("code"));
            default -> Optional.empty();
        };
    }

    /** The first sound of somebody. */
    private Optional<String> heard(Happening h) {
        String speaker = people.getOrDefault(h.number("from"), "");
        return speaker.isEmpty() || !heard.add(h.part() + speaker)
                ? Optional.empty()
                : Optional.of("hears the " + speaker);
    }

    private Optional<String> joined(Happening h) {
        people.put(h.number("participant"), h.part().word());
        return Optional.of("is in the call: participant " + h.number("participant") + ", " + h.text("mode") + " mode");
    }

    /** A line of the list, if people see that it has changed. */
    private Optional<String> line(Happening h) {
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
