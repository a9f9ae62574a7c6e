package io.pinhole.loadtest.demo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** S8: each knows what the other looks at, until the other is gone. */
final class EyeCheck implements Check {

    @Override
    public String behaviour() {
        return "S8";
    }

    @Override
    public Finding on(Story story) {
        Optional<String> first = story.photo(Shot.FIRST);
        if (first.isEmpty()) {
            return Finding.of(List.of("no photo was published"), "", List.of());
        }
        String photo = first.get();
        Optional<Happening> experts = story.eyes(Part.OPERATOR, Part.EXPERT)
                .filter(eye -> eye.has("photo", photo) && eye.has("fullScreen", true))
                .findFirst();
        Optional<Happening> operators = story.eyes(Part.EXPERT, Part.OPERATOR)
                .filter(eye -> eye.has("photo", photo))
                .findFirst();
        long leaving = story.action(Part.EXPERT, "leave").map(Happening::at).orElse(Long.MAX_VALUE);
        Optional<Happening> expired = story.eyes(Part.OPERATOR, Part.EXPERT)
                .filter(eye -> eye.at() >= leaving && eye.has("photo", ""))
                .findFirst();

        Evidence evidence = new Evidence();
        evidence.require(experts, "the operator does not know that the expert looks at the photo");
        evidence.require(operators, "the expert does not know that the operator looks at the photo");
        evidence.require(expired, "the eye of the expert outlives its leaving");
        return evidence.finding(String.format(
                Locale.ROOT,
                "the operator saw the expert's eye %s after it opened the photo, the expert the operator's %s;"
                        + " it expired %s after the expert left",
                since(story.action(Part.EXPERT, "open " + photo), experts),
                since(story.action(Part.OPERATOR, "open " + photo), operators),
                since(story.action(Part.EXPERT, "leave"), expired)));
    }

    private static String since(Optional<Happening> cause, Optional<Happening> effect) {
        return cause.isPresent() && effect.isPresent() ? Spans.between(cause.get(), effect.get()) : "never";
    }
}
