package io.pinhole.loadtest.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** S7: both draw on a photo while it is arriving, each sees it soon at the other, and in the end both see the same. */
final class LiveCheck implements Check {

    /** On a line of 64 kbit/s, with voice and the photo beside. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final long soonNanos;

    LiveCheck(Leniency leniency) {
        this.soonNanos = leniency.orLate(SOON).toNanos();
    }

    @Override
    public String behaviour() {
        return "S7";
    }

    @Override
    public Finding on(Story story) {
        Optional<String> photo = story.photo(Shot.KEY);
        if (photo.isEmpty()) {
            return Finding.of(List.of("no photo was published"), "", List.of());
        }
        Evidence evidence = new Evidence();
        long whole = evidence.require(
                        story.at(Part.EXPERT, "photo-complete", photo.get())
                                .filter(complete -> complete.has("rendition", "working"))
                                .findFirst(),
                        "the photo did not arrive")
                .map(Happening::at)
                .orElse(Long.MAX_VALUE);
        Annotated annotated = new Annotated(story, photo.get());
        String there = seen(annotated, Part.EXPERT, Part.OPERATOR, whole, evidence);
        String back = seen(annotated, Part.OPERATOR, Part.EXPERT, whole, evidence);
        Span scene = story.during(Scene.POOR_LINE);
        Optional<Happening> end =
                annotated.shown(Part.EXPERT).filter(scene::has).reduce((before, state) -> state);
        Optional<Happening> other =
                annotated.shown(Part.OPERATOR).filter(scene::has).reduce((before, state) -> state);
        evidence.require(
                end.isPresent() && other.isPresent() && Annotated.isSame(end.get(), other.get()),
                "in the end they do not see the same");
        return evidence.finding(String.format(
                Locale.ROOT,
                "while the photo arrived each saw the other's widgets, pointer, and a stroke begin: %s; %s (within %s);"
                        + " in the end both see the same %d widgets, revision %d",
                there,
                back,
                Spans.millis(soonNanos),
                end.map(state -> state.number("widgets")).orElse(0L),
                end.map(state -> state.number("revision")).orElse(0L)));
    }

    /** What one sees of the other's drawing, and how soon. */
    private String seen(Annotated annotated, Part at, Part by, long whole, Evidence evidence) {
        Story story = annotated.story();
        String photo = annotated.photo();
        List<Happening> stored = annotated
                .stored(by)
                .filter(operation -> operation.has("operation", "create"))
                .limit(PoorLineAct.DRAWN)
                .toList();
        evidence.require(stored.size() == PoorLineAct.DRAWN, "what the " + by.word() + " drew was not stored");
        long slowest = 0;
        for (Happening operation : stored) {
            Optional<Happening> sent = story.at(by, "operation-sent", photo)
                    .filter(other -> other.has("seq", operation.text("seq")))
                    .findFirst();
            Optional<Happening> shown = evidence.require(
                    annotated.shown(at, operation).filter(state -> state.at() < whole),
                    "the " + at.word() + " did not see the " + operation.text("kind") + " of the " + by.word()
                            + " while the photo arrived");
            if (sent.isPresent() && shown.isPresent()) {
                slowest = Math.max(slowest, shown.get().at() - sent.get().at());
            }
        }
        long pointer = sinceAction(story, at, by, "pointer", evidence);
        long stroke = sinceAction(story, at, by, "stroke", evidence);
        long longest = Math.max(slowest, Math.max(pointer, stroke));
        evidence.require(
                longest <= soonNanos,
                "the " + at.word() + " saw it of the " + by.word() + " after " + Spans.millis(longest));
        return String.format(
                Locale.ROOT,
                "%s after at most %s, %s and %s",
                at.title(),
                Spans.millis(slowest),
                Spans.millis(pointer),
                Spans.millis(stroke));
    }

    /** How long a pointer or a growing stroke took from the hand of one to the eye of another. */
    private static long sinceAction(Story story, Part at, Part by, String event, Evidence evidence) {
        Optional<Happening> hand = story.action(by, event.equals("stroke") ? "ink" : event);
        Optional<Happening> eye = evidence.require(
                story.at(at, event)
                        .filter(seen -> seen.has("participant", story.handle(by)))
                        .findFirst(),
                "the " + at.word() + " did not see the " + event + " of the " + by.word());
        return hand.isPresent() && eye.isPresent() ? eye.get().at() - hand.get().at() : 0;
    }
}
