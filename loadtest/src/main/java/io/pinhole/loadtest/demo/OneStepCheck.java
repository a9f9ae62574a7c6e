package io.pinhole.loadtest.demo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** S5: a photo and what was drawn on it before become visible in one step. */
final class OneStepCheck implements Check {

    @Override
    public String behaviour() {
        return "S5";
    }

    @Override
    public Finding on(Story story) {
        Optional<String> photo = story.photo(Shot.DRAFT);
        Optional<Happening> publish = story.action(Part.OPERATOR, "publish");
        if (photo.isEmpty() || publish.isEmpty()) {
            return Finding.of(List.of("no draft was published"), "", List.of());
        }
        Evidence evidence = new Evidence();
        evidence.add(publish.get());
        Annotated annotated = new Annotated(story, photo.get());
        evidence.require(
                story.at(Part.EXPERT)
                        .filter(happening -> happening.has("photo", photo.get()))
                        .noneMatch(happening -> happening.at() < publish.get().at()),
                "the expert knew of the photo before it was published");
        Optional<Happening> entry = evidence.require(
                story.at(Part.EXPERT, "photo", photo.get()).findFirst(), "the expert's list does not show the photo");
        Optional<Happening> drawn =
                evidence.require(annotated.last(Part.OPERATOR), "the operator does not know what it drew");
        Optional<Happening> first =
                evidence.require(annotated.shown(Part.EXPERT).findFirst(), "the expert does not see any widgets");
        if (entry.isEmpty() || drawn.isEmpty() || first.isEmpty()) {
            return evidence.finding("");
        }
        evidence.require(
                Annotated.isSame(first.get(), drawn.get()) && drawn.get().number("widgets") > 0,
                String.format(
                        Locale.ROOT,
                        "the expert first saw %d widgets at revision %d, the operator had drawn %d up to revision %d",
                        first.get().number("widgets"),
                        first.get().number("revision"),
                        drawn.get().number("widgets"),
                        drawn.get().number("revision")));
        return evidence.finding(String.format(
                Locale.ROOT,
                "%s heard nothing of the photo before it was published, then saw it %s after, and at the first sight"
                        + " of its widgets, after %s, all %d at revision %d, the same as the operator",
                Part.EXPERT.title(),
                Spans.between(publish.get(), entry.get()),
                Spans.between(publish.get(), first.get()),
                first.get().number("widgets"),
                first.get().number("revision")));
    }
}
