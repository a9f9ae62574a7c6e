package io.pinhole.loadtest.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what was seen, and what should have been and was not. */
final class Evidence {

    private final List<String> complaints = new ArrayList<>();
    private final List<Happening> frames = new ArrayList<>();

    /** Must have happened, else this is the complaint. */
    Optional<Happening> require(Optional<Happening> seen, String complaint) {
        seen.ifPresentOrElse(frames::add, () -> complaints.add(complaint));
        return seen;
    }

    void require(boolean holds, String complaint) {
        if (!holds) {
            complaints.add(complaint);
        }
    }

    void add(Happening frame) {
        frames.add(frame);
    }

    /** It happened, unless there is a complaint. */
    Finding finding(String summary) {
        return Finding.of(complaints, summary, frames);
    }
}
