package io.pinhole.loadtest.demo;

import java.util.List;
import java.util.Optional;

/** S9: the expert goes from photo to list to photo; the operator stays where it is, and new shots move nobody. */
final class FreedomCheck implements Check {

    @Override
    public String behaviour() {
        return "S9";
    }

    @Override
    public Finding on(Story story) {
        Span scene = story.during(Scene.MOVES);
        List<Happening> moves =
                story.at(Part.EXPERT, "action").filter(scene::has).toList();
        if (moves.isEmpty()) {
            return Finding.of(List.of("the expert did not move"), "", List.of());
        }
        Evidence evidence = new Evidence();
        for (Happening move : moves) {
            evidence.add(move);
            evidence.require(answer(story, move), "no answer to " + move.text("line"));
        }
        story.at(Part.OPERATOR)
                .filter(scene::has)
                .filter(happening -> happening.is("opened")
                        || (happening.is("view") && happening.has("participant", story.handle(Part.OPERATOR))))
                .findFirst()
                .ifPresent(moved -> evidence.require(false, "the operator was moved: " + moved.name()));
        story.eyes(Part.EXPERT, Part.OPERATOR)
                .filter(scene::has)
                .filter(eye -> !isOnFirst(story, eye))
                .findFirst()
                .ifPresent(eye -> evidence.require(false, "the operator's eye moved to " + eye.text("photo")));
        story.eyes(Part.OPERATOR, Part.EXPERT)
                .filter(story.during(Scene.MORE_SHOTS)::has)
                .filter(eye -> !(isOnFirst(story, eye) && eye.has("fullScreen", true)))
                .findFirst()
                .ifPresent(eye -> evidence.require(false, "a new shot moved the expert"));
        return evidence.finding(moves.size()
                + " moves of the expert between list and photos, each answered; the operator stayed on its photo, and"
                + " the expert on its own when new shots came");
    }

    /** Where both were before; who lost the relay and came back says again where it is. */
    private static boolean isOnFirst(Story story, Happening eye) {
        return story.photo(Shot.FIRST).filter(photo -> eye.has("photo", photo)).isPresent();
    }

    /** The rendition that comes when a photo is opened; going to the list needs no answer. */
    private static Optional<Happening> answer(Story story, Happening move) {
        String[] words = move.text("line").split(" ", -1);
        if (!words[1].equals("open")) {
            return Optional.of(move);
        }
        return story.at(Part.EXPERT, "opened", words[2])
                .filter(opened -> opened.at() >= move.at())
                .findFirst();
    }
}
