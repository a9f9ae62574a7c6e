package io.pinhole.loadtest.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** S10: who comes late, and who comes back, sees a photo's widgets as of the last edit. */
final class LastEditCheck implements Check {

    @Override
    public String behaviour() {
        return "S10";
    }

    @Override
    public Finding on(Story story) {
        Optional<String> photo = story.photo(Shot.KEY);
        if (photo.isEmpty()) {
            return Finding.of(List.of("no photo was published"), "", List.of());
        }
        Evidence evidence = new Evidence();
        Annotated annotated = new Annotated(story, photo.get());
        Span scene = story.during(Scene.LOST_LINE);
        Optional<Happening> edit = evidence.require(
                annotated
                        .stored(Part.EXPERT)
                        .filter(scene::has)
                        .max(Comparator.comparingLong(operation -> operation.number("revision"))),
                "the expert's edits were not stored");
        Optional<Happening> truth =
                evidence.require(annotated.last(Part.EXPERT), "the expert does not know what it drew");
        Optional<Happening> back = evidence.require(
                story.backAfterCut(Part.OPERATOR).filter(scene::has), "the operator did not come back");
        Optional<Happening> again = evidence.require(
                back.flatMap(resumed -> annotated
                        .shown(Part.OPERATOR)
                        .filter(state -> state.at() > resumed.at())
                        .findFirst()),
                "the operator was shown nothing new after it came back");
        Optional<Happening> late = evidence.require(
                annotated.shown(Part.OBSERVER).findFirst(), "the observer, who came late, was shown no widgets");
        if (edit.isEmpty() || truth.isEmpty() || back.isEmpty() || again.isEmpty() || late.isEmpty()) {
            return evidence.finding("");
        }
        evidence.require(
                truth.get().has("revision", edit.get().text("revision")), "the expert does not see its own last edit");
        requireSame(again.get(), truth.get(), "the operator, who came back,", evidence);
        requireSame(late.get(), truth.get(), "the observer, who came late,", evidence);
        Optional<Happening> opened = story.action(Part.OBSERVER, "open");
        return evidence.finding(String.format(
                Locale.ROOT,
                "%s came back after %s and saw the %d widgets of the last edit, revision %d, after %s; %s came late,"
                        + " opened the photo and saw the same after %s",
                Part.OPERATOR.title(),
                story.at(Part.OPERATOR, LineNote.EVENT)
                        .filter(note -> note.has("state", "cut"))
                        .findFirst()
                        .map(cut -> Spans.between(cut, back.get()))
                        .orElse("?"),
                truth.get().number("widgets"),
                truth.get().number("revision"),
                Spans.between(back.get(), again.get()),
                Part.OBSERVER.title(),
                opened.map(open -> Spans.between(open, late.get())).orElse("?")));
    }

    private static void requireSame(Happening seen, Happening truth, String who, Evidence evidence) {
        evidence.require(
                Annotated.isSame(seen, truth),
                String.format(
                        Locale.ROOT,
                        "%s first saw %d widgets of revision %d instead of %d of revision %d",
                        who,
                        seen.number("widgets"),
                        seen.number("revision"),
                        truth.number("widgets"),
                        truth.number("revision")));
    }
}
