package io.pinhole.loadtest.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** S11: shots while the expert looks at another in full screen: each told with its id, several on their way at once. */
final class NewShotCheck implements Check {

    @Override
    public String behaviour() {
        return "S11";
    }

    @Override
    public Finding on(Story story) {
        List<String> shots = Stream.of(Shot.SECOND, Shot.THIRD)
                .flatMap(shot -> story.photo(shot).stream())
                .toList();
        if (shots.size() < 2) {
            return Finding.of(List.of("the photos were not published"), "", List.of());
        }
        List<String> complaints = new ArrayList<>();
        List<String> delays = new ArrayList<>();
        List<Happening> frames = new ArrayList<>();
        long listed = Long.MIN_VALUE;
        long stored = Long.MAX_VALUE;
        for (String shot : shots) {
            Optional<Happening> shared = ofPhoto(story, Part.OPERATOR, "shared", shot);
            Optional<Happening> told = story.at(Part.EXPERT, "new-shot")
                    .filter(news -> news.has("photo", shot))
                    .filter(news -> news.has("participant", story.handle(Part.OPERATOR)))
                    .findFirst();
            Optional<Happening> entry = ofPhoto(story, Part.EXPERT, "photo", shot);
            Optional<Happening> whole = story.at(Part.EXPERT, "photo")
                    .filter(news -> news.has("photo", shot) && news.has("state", "stored"))
                    .findFirst();
            List.of(shared, told, entry, whole).forEach(seen -> seen.ifPresent(frames::add));
            if (told.isPresent() && shared.isPresent()) {
                delays.add(Spans.between(shared.get(), told.get()));
            } else {
                complaints.add("the expert was not notified of photo " + shot);
            }
            listed = Math.max(listed, entry.map(Happening::at).orElse(Long.MAX_VALUE));
            stored = Math.min(stored, whole.map(Happening::at).orElse(Long.MIN_VALUE));
        }
        if (listed >= stored) {
            complaints.add("the photos were not on their way at the same time");
        }
        return Finding.of(
                complaints,
                "in full screen, the expert was notified of both shots by their ids after "
                        + String.join(" and ", delays) + "; both on their way at once for "
                        + Spans.millis(stored - listed),
                frames);
    }

    private static Optional<Happening> ofPhoto(Story story, Part part, String event, String photo) {
        return story.at(part, event).filter(seen -> seen.has("photo", photo)).findFirst();
    }
}
