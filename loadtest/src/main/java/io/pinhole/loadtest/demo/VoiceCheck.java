package io.pinhole.loadtest.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** S3: voice never stops on a mode change, nor while photos move; at both sides. */
final class VoiceCheck implements Check {

    private static final long AROUND_NANOS = 500_000_000;

    private final long patienceNanos;

    /**
     * @param patience the longest silence and delay; with more than the relay's own, frames that it dropped for their
     *     age do not count as missing: on a machine that is too busy to speak on time, it is right to drop them
     */
    VoiceCheck(Duration patience) {
        this.patienceNanos = patience.toNanos();
    }

    private boolean isStrict() {
        return patienceNanos <= VoicePath.MAX_DELAY_NANOS;
    }

    @Override
    public String behaviour() {
        return "S3";
    }

    /** A time that matters, as the expert and the operator saw it. */
    private record Time(String name, long from, long to) {}

    @Override
    public Finding on(Story story) {
        Optional<Happening> change = story.action(Part.OPERATOR, "mode photo");
        List<Happening> pieces = story.at(Part.EXPERT, "photo-received")
                .filter(piece -> story.shots().contains(piece.text("photo")))
                .toList();
        if (change.isEmpty() || pieces.isEmpty()) {
            return Finding.of(List.of("the mode was not switched, or no photo moved"), "", List.of());
        }
        List<Time> times = List.of(
                new Time(
                        "around the mode change",
                        change.get().at() - AROUND_NANOS,
                        change.get().at() + AROUND_NANOS),
                new Time(
                        "while photos moved",
                        pieces.get(0).at(),
                        pieces.get(pieces.size() - 1).at()));
        return judge(path(story, Part.OPERATOR, Part.EXPERT), path(story, Part.EXPERT, Part.OPERATOR), times);
    }

    private static VoicePath path(Story story, Part from, Part to) {
        long begin = story.happenings().stream()
                .filter(happening -> happening.is("joined"))
                .mapToLong(Happening::at)
                .max()
                .orElse(0);
        long end = story.action(Part.EXPERT, "leave").map(Happening::at).orElse(Long.MAX_VALUE);
        Predicate<Happening> counts = frame -> frame.at() >= begin && frame.at() <= end;
        return new VoicePath(
                story.at(from, "voice-sent").toList(),
                story.at(to, "voice-received")
                        .filter(frame -> frame.has("from", story.handle(from)))
                        .filter(counts)
                        .toList(),
                end);
    }

    private Finding judge(VoicePath there, VoicePath back, List<Time> times) {
        List<String> complaints = new ArrayList<>();
        List<String> silences = new ArrayList<>();
        List<Happening> frames = new ArrayList<>();
        for (VoicePath path : List.of(there, back)) {
            if (path.frames() == 0 || (isStrict() && path.missing() > 0)) {
                complaints.add(path.missing() + " frames missing of " + path.frames());
            }
        }
        for (Time time : times) {
            long longest = 0;
            for (VoicePath path : List.of(there, back)) {
                Optional<VoicePath.Silence> silence = path.longestSilence(time.from, time.to);
                silence.ifPresent(s -> frames.addAll(List.of(s.before(), s.after())));
                longest =
                        Math.max(longest, silence.map(VoicePath.Silence::nanos).orElse(Long.MAX_VALUE));
            }
            silences.add(Spans.millis(longest) + " " + time.name);
            if (longest > patienceNanos) {
                complaints.add("a silence of " + Spans.millis(longest) + " " + time.name);
            }
        }
        long missing = (long) there.missing() + back.missing();
        long delay = Math.max(there.delay(), back.delay());
        if (delay > patienceNanos) {
            complaints.add("a frame was " + Spans.millis(delay) + " late");
        }
        String evidence = String.format(
                Locale.ROOT,
                "%s missing of %d there and %d back, longest silence %s, longest delay %s",
                missing == 0 ? "no frame" : missing + " frames",
                there.frames(),
                back.frames(),
                String.join(", ", silences),
                Spans.millis(delay));
        return Finding.of(complaints, evidence, frames);
    }
}
