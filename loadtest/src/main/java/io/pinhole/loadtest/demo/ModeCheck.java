package io.pinhole.loadtest.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** S2: the operator switches to photo mode; everyone is told. */
final class ModeCheck implements Check {

    /** Who is there besides the operator. */
    static final List<Part> TOLD = List.of(Part.EXPERT, Part.DESKTOP, Part.BROWSER);

    @Override
    public String behaviour() {
        return "S2";
    }

    @Override
    public Finding on(Story story) {
        Optional<Happening> switched = story.action(Part.OPERATOR, "mode photo");
        if (switched.isEmpty()) {
            return Finding.of(List.of("the operator did not switch"), "", List.of());
        }
        List<String> complaints = new ArrayList<>();
        List<String> told = new ArrayList<>();
        List<Happening> frames = new ArrayList<>(List.of(switched.get()));
        for (Part part : TOLD) {
            Optional<Happening> news = story.at(part, "mode")
                    .filter(mode -> mode.has("mode", "photo"))
                    .filter(mode -> mode.has("participant", story.handle(Part.OPERATOR)))
                    .findFirst();
            news.ifPresentOrElse(
                    mode -> {
                        frames.add(mode);
                        told.add(part.title() + " " + Spans.between(switched.get(), mode));
                    },
                    () -> complaints.add("the " + part.word() + " was not told"));
        }
        return Finding.of(
                complaints,
                "told of photo mode after " + Part.OPERATOR.title() + " switched: " + String.join(", ", told),
                frames);
    }
}
