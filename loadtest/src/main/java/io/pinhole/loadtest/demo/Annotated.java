package io.pinhole.loadtest.demo;

import java.util.Optional;
import java.util.stream.Stream;

/** What was drawn on one photo, and who was shown it. */
record Annotated(Story story, String photo) {

    /** Operations of somebody that became durable, in order. */
    Stream<Happening> stored(Part by) {
        return story.at(by, "operation-stored", photo);
    }

    /** What somebody was shown, each time it changed. */
    Stream<Happening> shown(Part to) {
        return story.at(to, "widgets", photo);
    }

    /** When somebody was first shown an operation. */
    Optional<Happening> shown(Part to, Happening stored) {
        return shown(to)
                .filter(state -> state.number("revision") >= stored.number("revision"))
                .findFirst();
    }

    /** What somebody sees at last. */
    Optional<Happening> last(Part to) {
        return shown(to).reduce((before, state) -> state);
    }

    /** What somebody sees at last in a time. */
    Optional<Happening> last(Part to, Span time) {
        return shown(to).filter(time::has).reduce((before, state) -> state);
    }

    /** Whether two see the same, and nothing is under way. */
    boolean isSame(Part one, Part other) {
        Optional<Happening> there = last(one);
        Optional<Happening> here = last(other);
        return there.isPresent() && here.isPresent() && isSame(there.get(), here.get());
    }

    /** Whether two states are of the same revision and have the same widgets, all of them committed. */
    static boolean isSame(Happening one, Happening other) {
        return Stream.of("epoch", "revision", "hash")
                        .allMatch(field -> one.text(field).equals(other.text(field)))
                && one.number("pending") == 0
                && other.number("pending") == 0;
    }
}
