package io.pinhole.loadtest.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

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
        Annotated annotated = new Annotated(story, photo.get());
        String there = seen(new Onlooker(annotated, Part.EXPERT, Part.OPERATOR), evidence);
        String back = seen(new Onlooker(annotated, Part.OPERATOR, Part.EXPERT), evidence);
        Span scene = story.during(Scene.POOR_LINE);
        Optional<Happening> end = annotated.last(Part.EXPERT, scene);
        evidence.require(
                end.isPresent()
                        && annotated
                                .last(Part.OPERATOR, scene)
                                .filter(other -> Annotated.isSame(end.get(), other))
                                .isPresent(),
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

    /** What one sees of the other, and how soon. */
    private String seen(Onlooker onlooker, Evidence evidence) {
        String who = "the " + onlooker.at().word() + " did not see the ";
        String whose = " of the " + onlooker.by().word();
        List<Happening> drawn = onlooker.drawn();
        evidence.require(
                drawn.size() == PoorLineAct.DRAWN, "what the " + onlooker.by().word() + " drew was not stored");
        for (Happening operation : drawn) {
            boolean isFirst = operation.equals(drawn.get(0));
            long arrived = isFirst ? workingCopy(onlooker.annotated()) : allStored(onlooker.annotated());
            evidence.require(
                    onlooker.saw(operation).filter(state -> state.at() < arrived),
                    who + operation.text("kind") + whose + " while the photo arrived");
        }
        for (String event : List.of("pointer", "stroke")) {
            evidence.require(onlooker.saw(event), who + event + whose);
        }
        long widgets = drawn.stream()
                .map(onlooker::nanosOf)
                .mapToLong(nanos -> nanos.orElse(0))
                .max()
                .orElse(0);
        OptionalLong pointer = onlooker.nanosOf("pointer");
        OptionalLong stroke = onlooker.nanosOf("stroke");
        long longest = Stream.of(OptionalLong.of(widgets), pointer, stroke)
                .mapToLong(nanos -> nanos.orElse(0))
                .max()
                .orElse(0);
        evidence.require(
                longest <= soonNanos,
                "it took " + Spans.millis(longest) + " to the " + onlooker.at().word());
        return String.format(
                Locale.ROOT,
                "%s after at most %s, %s and %s",
                onlooker.at().title(),
                Spans.millis(widgets),
                Spans.millis(pointer.orElse(0)),
                Spans.millis(stroke.orElse(0)));
    }

    /** When the expert had it; the first widgets must be seen before. */
    private static long workingCopy(Annotated annotated) {
        return annotated
                .story()
                .at(Part.EXPERT, "photo-complete", annotated.photo())
                .filter(complete -> complete.has("rendition", "working"))
                .findFirst()
                .map(Happening::at)
                .orElse(Long.MAX_VALUE);
    }

    /** When nothing of the photo was on its way any more. */
    private static long allStored(Annotated annotated) {
        return annotated
                .story()
                .at(Part.EXPERT, "photo", annotated.photo())
                .filter(entry -> entry.has("state", "stored"))
                .findFirst()
                .map(Happening::at)
                .orElse(Long.MAX_VALUE);
    }
}
