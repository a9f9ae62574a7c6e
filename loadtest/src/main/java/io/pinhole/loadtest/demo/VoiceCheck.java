package io.pinhole.loadtest.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** S3: voice never stops on a mode change, nor while photos move on a good line; at both sides. */
final class VoiceCheck implements Check {

    private static final long AROUND_NANOS = 500_000_000;

    private final Leniency leniency;

    /** @param leniency says how long a silence and a delay may be, too */
    VoiceCheck(Leniency leniency) {
        this.leniency = leniency;
    }

    @Override
    public String behaviour() {
        return "S3";
    }

    /** A time in which a silence matters. */
    private record Moment(String name, Span time) {}

    @Override
    public Finding on(Story story) {
        Optional<Happening> change = story.action(Part.OPERATOR, "mode photo");
        Span good = new Span(
                story.photo(Shot.FIRST)
                        .flatMap(photo -> story.at(Part.EXPERT, "photo", photo).findFirst())
                        .map(Happening::at)
                        .orElse(Long.MAX_VALUE),
                story.during(Scene.DRAFT).to());
        List<Happening> pieces =
                story.at(Part.EXPERT, "photo-received").filter(good::has).toList();
        if (change.isEmpty() || pieces.isEmpty()) {
            return Finding.of(List.of("the mode was not switched, or no photo moved"), "", List.of());
        }
        long switched = change.get().at();
        List<Moment> moments = List.of(
                new Moment("around the mode change", new Span(switched - AROUND_NANOS, switched + AROUND_NANOS)),
                new Moment(
                        "while photos moved",
                        new Span(
                                pieces.get(0).at(),
                                pieces.get(pieces.size() - 1).at())));
        List<VoicePath> paths = List.of(
                VoicePath.of(story, Part.OPERATOR, Part.EXPERT), VoicePath.of(story, Part.EXPERT, Part.OPERATOR));
        Evidence evidence = new Evidence();
        String frames = frames(paths, List.of(story.during(Scene.RULES), good), evidence);
        String silences = silences(paths, moments, evidence);
        long delay = paths.stream().mapToLong(path -> path.delay(good)).max().orElse(0);
        evidence.require(leniency.allowsDelay(delay), "a frame was " + Spans.millis(delay) + " late on a good line");
        return evidence.finding(frames + ", longest silence " + silences + ", longest delay " + Spans.millis(delay));
    }

    private String silences(List<VoicePath> paths, List<Moment> moments, Evidence evidence) {
        List<String> silences = new ArrayList<>();
        for (Moment moment : moments) {
            long longest = 0;
            for (VoicePath path : paths) {
                Optional<VoicePath.Silence> silence = path.longestSilence(moment.time);
                silence.ifPresent(s -> List.of(s.before(), s.after()).forEach(evidence::add));
                longest =
                        Math.max(longest, silence.map(VoicePath.Silence::nanos).orElse(Long.MAX_VALUE));
            }
            silences.add(Spans.millis(longest) + " " + moment.name);
            evidence.require(
                    leniency.allowsDelay(longest), "a silence of " + Spans.millis(longest) + " " + moment.name);
        }
        return String.join(", ", silences);
    }

    private String frames(List<VoicePath> paths, List<Span> scenes, Evidence evidence) {
        List<String> frames = new ArrayList<>();
        int missing = 0;
        boolean isAllowed = true;
        for (VoicePath path : paths) {
            frames.add(String.valueOf(scenes.stream().mapToInt(path::frames).sum()));
            missing += scenes.stream().mapToInt(path::missing).sum();
            isAllowed &= scenes.stream().allMatch(scene -> leniency.allowsMissing(path, scene));
        }
        String text = String.format(
                Locale.ROOT,
                "%s missing of %s there and back",
                missing == 0 ? "no frame" : missing + " frames",
                String.join(" and ", frames));
        evidence.require(isAllowed, text);
        return text;
    }
}
