package io.pinhole.loadtest.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** S1: on a line that cannot hold video people talk and see a photo come; a key is enough, and sounds tell of the rest. */
final class PoorLineCheck implements Check {

    private final Leniency leniency;

    PoorLineCheck(Leniency leniency) {
        this.leniency = leniency;
    }

    @Override
    public String behaviour() {
        return "S1";
    }

    @Override
    public Finding on(Story story) {
        Optional<Happening> key = story.action(Part.OPERATOR, "key shoot");
        Optional<String> photo = story.photo(Shot.KEY);
        if (key.isEmpty() || photo.isEmpty()) {
            return Finding.of(List.of("the key did not shoot"), "", List.of());
        }
        Evidence evidence = new Evidence();
        evidence.add(key.get());
        String voice = voice(story, evidence);
        String picture = picture(story, photo.get(), key.get(), evidence);
        String sounds = sounds(story, evidence);
        return evidence.finding(picture + "; " + voice + "; " + sounds);
    }

    private String voice(Story story, Evidence evidence) {
        Span scene = story.during(Scene.POOR_LINE);
        Span time = story.during(Scene.RULES, Scene.POOR_LINE);
        VoicePath there = VoicePath.of(story, Part.OPERATOR, Part.EXPERT, time);
        VoicePath back = VoicePath.of(story, Part.EXPERT, Part.OPERATOR, time);
        int missing = there.missing(scene) + back.missing(scene);
        String frames = (missing == 0 ? "no voice frame" : missing + " voice frames") + " missing of "
                + there.frames(scene) + " there and " + back.frames(scene) + " back";
        evidence.require(leniency.allowsMissing(there, scene) && leniency.allowsMissing(back, scene), frames);
        return frames + ", longest delay " + Spans.millis(Math.max(there.delay(scene), back.delay(scene)));
    }

    private static String picture(Story story, String photo, Happening key, Evidence evidence) {
        Optional<Happening> opened = evidence.require(
                story.action(Part.EXPERT, "key open")
                        .flatMap(open -> story.at(Part.EXPERT, "opened", photo)
                                .filter(download -> download.at() > open.at() && !download.has("rendition", "preview"))
                                .findFirst()),
                "the key did not open the photo");
        Optional<Happening> scan = evidence.require(
                PoorLineAct.firstScan(story, photo), "the expert did not get the first scan of the photo");
        Optional<Happening> line = evidence.require(
                story.at(Part.OPERATOR, LineNote.EVENT)
                        .filter(note -> note.has("state", "good"))
                        .findFirst(),
                "nobody measured the line");
        if (opened.isEmpty() || scan.isEmpty() || line.isEmpty()) {
            return "";
        }
        long up = line.get().number(LineNote.UP);
        long down = line.get().number(LineNote.DOWN);
        evidence.require(
                Math.max(up, down) <= LineNote.POOR.bitsPerSecond()
                        && scan.get().at() < line.get().at(),
                "that was no poor line");
        return String.format(
                Locale.ROOT,
                "%s on a line of %s, %.0f up and %.0f down in use: the first scan of its photo at %s %.1f s after the key",
                Part.OPERATOR.title(),
                LineNote.POOR,
                up * 1e-3,
                down * 1e-3,
                Part.EXPERT.title(),
                (scan.get().at() - key.at()) * 1e-9);
    }

    /** Each hears of the other; a new shot is only the operator's. */
    private static String sounds(Story story, Evidence evidence) {
        List<String> heard = new ArrayList<>();
        Span scene = story.during(Scene.POOR_LINE);
        for (Part part : List.of(Part.EXPERT, Part.OPERATOR)) {
            Part other = part == Part.EXPERT ? Part.OPERATOR : Part.EXPERT;
            List<String> cues = Stream.of("new-shot", "pointer", "note")
                    .filter(cue -> part == Part.EXPERT || !cue.equals("new-shot"))
                    .toList();
            for (String cue : cues) {
                evidence.require(
                        story.at(part, "sound")
                                .filter(scene::has)
                                .filter(sound -> sound.has("cue", cue) && sound.has("participant", story.handle(other)))
                                .findFirst(),
                        "no sound told the " + part.word() + " of a " + cue);
            }
            heard.add("the " + part.word() + " heard " + String.join(", ", cues));
        }
        return "one key shot, one opened; " + String.join("; ", heard);
    }
}
