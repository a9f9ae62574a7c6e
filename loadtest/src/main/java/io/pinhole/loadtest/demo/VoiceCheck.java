package io.pinhole.loadtest.demo;

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

    /**
     * Both ways of voice.
     *
     * @param time in which nothing may be missing; what is lost beside it is the affair of others
     */
    private record Paths(VoicePath there, VoicePath back, Span time) {

        static Paths of(Story story, Span heard, Span time) {
            return new Paths(
                    VoicePath.of(story, Part.OPERATOR, Part.EXPERT, heard),
                    VoicePath.of(story, Part.EXPERT, Part.OPERATOR, heard),
                    time);
        }

        List<VoicePath> both() {
            return List.of(there, back);
        }
    }

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
        Paths rules = Paths.of(story, story.during(Scene.RULES), story.during(Scene.RULES));
        Paths photos = Paths.of(story, story.during(Scene.FIRST_SHOT, Scene.DRAFT), good);
        Evidence evidence = new Evidence();
        String frames = frames(List.of(rules, photos), evidence);
        String silences = silences(rules, moments.get(0), evidence) + ", " + silences(photos, moments.get(1), evidence);
        long delay = Math.max(photos.there.delay(good), photos.back.delay(good));
        evidence.require(leniency.allowsDelay(delay), "a frame was " + Spans.millis(delay) + " late on a good line");
        return evidence.finding(frames + ", longest silence " + silences + ", longest delay " + Spans.millis(delay));
    }

    private String silences(Paths paths, Moment moment, Evidence evidence) {
        long longest = 0;
        for (VoicePath path : paths.both()) {
            Optional<VoicePath.Silence> silence = path.longestSilence(moment.time);
            silence.ifPresent(s -> List.of(s.before(), s.after()).forEach(evidence::add));
            longest = Math.max(longest, silence.map(VoicePath.Silence::nanos).orElse(Long.MAX_VALUE));
        }
        evidence.require(leniency.allowsDelay(longest), "a silence of " + Spans.millis(longest) + " " + moment.name);
        return Spans.millis(longest) + " " + moment.name;
    }

    private String frames(List<Paths> all, Evidence evidence) {
        int there = 0;
        int back = 0;
        int missing = 0;
        boolean isAllowed = true;
        for (Paths paths : all) {
            there += paths.there.frames(paths.time);
            back += paths.back.frames(paths.time);
            for (VoicePath path : paths.both()) {
                missing += path.missing(paths.time);
                isAllowed &= leniency.allowsMissing(path, paths.time);
            }
        }
        String text = String.format(
                Locale.ROOT,
                "%s missing of %d and %d there and back",
                missing == 0 ? "no frame" : missing + " frames",
                there,
                back);
        evidence.require(isAllowed, text);
        return text;
    }
}
