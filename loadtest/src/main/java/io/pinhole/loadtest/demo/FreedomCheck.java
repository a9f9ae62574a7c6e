package io.pinhole.loadtest.demo;

import java.util.ArrayList;
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
        Optional<Happening> first = story.action(Part.EXPERT, "close");
        Optional<Happening> leave = story.action(Part.EXPERT, "leave");
        if (first.isEmpty() || leave.isEmpty()) {
            return Finding.of(List.of("the expert did not move"), "", List.of());
        }
        long from = first.get().at();
        long to = leave.get().at();
        List<String> complaints = new ArrayList<>();
        List<Happening> frames = new ArrayList<>();
        List<Happening> moves = story.at(Part.EXPERT, "action")
                .filter(action -> action.at() >= from && action.at() < to)
                .toList();
        for (Happening move : moves) {
            frames.add(move);
            answer(story, move).ifPresentOrElse(frames::add, () -> complaints.add("no answer to " + move.text("line")));
        }
        story.at(Part.OPERATOR)
                .filter(happening -> happening.at() >= from && happening.at() < to)
                .filter(happening -> happening.is("opened")
                        || (happening.is("view") && happening.has("participant", story.handle(Part.OPERATOR))))
                .findFirst()
                .ifPresent(moved -> complaints.add("the operator was moved: " + moved.name()));
        story.eyes(Part.EXPERT, Part.OPERATOR)
                .filter(eye -> eye.at() >= from && eye.at() < to)
                .findFirst()
                .ifPresent(eye -> complaints.add("the operator's eye moved to " + eye.text("photo")));
        shotsMovedNobody(story, from, complaints);
        return Finding.of(
                complaints,
                moves.size() + " moves of the expert between list and photos, each answered; the operator stayed on its"
                        + " photo, and the expert on its own when new shots came",
                frames);
    }

    /** The rendition that comes when a photo is opened; going to the list needs no answer. */
    private static Optional<Happening> answer(Story story, Happening move) {
        String[] words = move.text("line").split(" ", -1);
        if (!words[1].equals("open")) {
            return Optional.of(move);
        }
        return story.at(Part.EXPERT, "opened")
                .filter(opened -> opened.at() >= move.at() && opened.has("photo", words[2]))
                .findFirst();
    }

    private static void shotsMovedNobody(Story story, long firstMove, List<String> complaints) {
        List<String> shots = story.shots();
        long second = story.at(Part.OPERATOR, "shared")
                .filter(shared -> shots.indexOf(shared.text("photo")) > 0)
                .mapToLong(Happening::at)
                .findFirst()
                .orElse(firstMove);
        story.eyes(Part.OPERATOR, Part.EXPERT)
                .filter(eye -> eye.at() >= second && eye.at() < firstMove)
                .findFirst()
                .ifPresent(eye -> complaints.add("a new shot moved the expert"));
    }
}
