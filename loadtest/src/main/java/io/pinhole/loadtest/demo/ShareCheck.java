package io.pinhole.loadtest.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** S4: who may not share is refused, with a code that says why, and nobody sees the photo. */
final class ShareCheck implements Check {

    private static final Map<Part, String> CODES = codes();

    private static Map<Part, String> codes() {
        Map<Part, String> codes = new LinkedHashMap<>();
        codes.put(Part.OPERATOR, "NOT_IN_PHOTO_MODE"); // its first attempt, in video mode
        codes.put(Part.DESKTOP, "CLIENT_NOT_ALLOWED");
        codes.put(Part.BROWSER, "CLIENT_NOT_ALLOWED");
        codes.put(Part.EXPERT, "ROLE_NOT_ALLOWED");
        return codes;
    }

    @Override
    public String behaviour() {
        return "S4";
    }

    @Override
    public Finding on(Story story) {
        List<String> complaints = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        List<Happening> frames = new ArrayList<>();
        CODES.forEach((part, code) -> {
            Optional<Happening> attempt = story.first(part, "shared");
            Optional<Happening> refusal = attempt.flatMap(shared -> story.at(part, "failed")
                    .filter(failed -> failed.has("photo", shared.text("photo")))
                    .findFirst());
            attempt.ifPresent(frames::add);
            refusal.ifPresent(frames::add);
            refusals.add(part.word() + " " + code);
            if (refusal.isEmpty()) {
                complaints.add("the " + part.word() + " was not refused");
            } else if (!refusal.get().has("code", code)) {
                complaints.add("the " + part.word() + " was refused by "
                        + refusal.get().text("code"));
            }
            attempt.flatMap(shared -> entry(story, shared)).ifPresent(entry -> {
                frames.add(entry);
                complaints.add("the expert's list shows the photo of the " + part.word());
            });
        });
        return Finding.of(
                complaints, "refused: " + String.join(", ", refusals) + "; nothing new in the expert's list", frames);
    }

    private static Optional<Happening> entry(Story story, Happening shared) {
        return story.at(Part.EXPERT, "photo")
                .filter(entry -> entry.has("photo", shared.text("photo")))
                .findFirst();
    }
}
