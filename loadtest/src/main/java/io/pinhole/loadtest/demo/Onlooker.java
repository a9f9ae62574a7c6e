package io.pinhole.loadtest.demo;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One who sees what another draws on a photo while it arrives.
 *
 * @param by the other
 */
record Onlooker(Annotated annotated, Part at, Part by) {

    /** What the other drew first. */
    List<Happening> drawn() {
        return annotated
                .stored(by)
                .filter(operation -> operation.has("operation", "create"))
                .limit(PoorLineAct.DRAWN)
                .toList();
    }

    Optional<Happening> saw(Happening operation) {
        return annotated.shown(at, operation);
    }

    /** The other's pointer, or a stroke of the other that grows. */
    Optional<Happening> saw(String event) {
        Story story = annotated.story();
        return story.at(at, event, annotated.photo())
                .filter(seen -> seen.has("participant", story.handle(by)))
                .findFirst();
    }

    boolean sawAll() {
        return drawn().size() == PoorLineAct.DRAWN
                && drawn().stream().allMatch(operation -> saw(operation).isPresent())
                && saw("pointer").isPresent()
                && saw("stroke").isPresent();
    }

    /** How long it took from the other's line to this one's eye. */
    OptionalLong nanosOf(Happening operation) {
        Optional<Happening> sent = annotated
                .story()
                .at(by, "operation-sent", annotated.photo())
                .filter(other -> other.has("seq", operation.text("seq")))
                .findFirst();
        return between(sent, saw(operation));
    }

    /** How long it took from the other's hand to this one's eye. */
    OptionalLong nanosOf(String event) {
        return between(annotated.story().action(by, event.equals("stroke") ? "ink" : event), saw(event));
    }

    private static OptionalLong between(Optional<Happening> from, Optional<Happening> to) {
        return from.isPresent() && to.isPresent()
                ? OptionalLong.of(to.get().at() - from.get().at())
                : OptionalLong.empty();
    }
}
