package io.pinhole.loadtest.demo;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that has happened, in the order of time. */
record Story(List<Happening> happenings) {

    Story {
        happenings = List.copyOf(happenings);
    }

    Stream<Happening> at(Part part) {
        return happenings.stream().filter(happening -> happening.part() == part);
    }

    Stream<Happening> at(Part part, String event) {
        return at(part).filter(happening -> happening.is(event));
    }

    Optional<Happening> first(Part part, String event) {
        return at(part, event).findFirst();
    }

    /** What a participant was told to do, the first that begins like this. */
    Optional<Happening> action(Part part, String beginning) {
        return at(part, "action")
                .filter(action -> action.text("line").startsWith("0 " + beginning))
                .findFirst();
    }

    /** The handle by which the others know somebody; 0 if it is not in the call. */
    long handle(Part part) {
        return first(part, "joined").map(joined -> joined.number("participant")).orElse(0L);
    }

    /** The ids of the operator's photos, as they were published. */
    List<String> shots() {
        return at(Part.OPERATOR, "published").map(shot -> shot.text("photo")).toList();
    }

    /** What one of the operator's photos consists of, besides its preview. */
    List<String> renditions(String photo) {
        return at(Part.OPERATOR, "shared")
                .filter(shared -> shared.has("photo", photo))
                .flatMap(shared -> Stream.of("working", "original").filter(name -> shared.number(name) > 0))
                .toList();
    }

    /** What somebody saw of another's eye, in order. */
    Stream<Happening> eyes(Part seenBy, Part of) {
        return at(seenBy, "view").filter(view -> view.has("participant", handle(of)));
    }

    boolean has(Part part, String event, Predicate<Happening> like) {
        return at(part, event).anyMatch(like);
    }
}
