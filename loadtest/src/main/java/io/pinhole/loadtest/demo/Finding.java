package io.pinhole.loadtest.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a check.
 *
 * @param evidence in one line
 * @param frames that were seen
 */
record Finding(boolean passed, String evidence, List<Happening> frames) {

    Finding {
        frames = List.copyOf(frames);
    }

    /** It happened, unless there is a complaint. */
    static Finding of(List<String> complaints, String evidence, List<Happening> frames) {
        return complaints.isEmpty()
                ? new Finding(true, evidence, frames)
                : new Finding(false, String.join("; ", complaints), frames);
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("passed", passed);
        json.put("evidence", evidence);
        List<Object> seen = new ArrayList<>();
        frames.forEach(frame -> seen.add(frame.toJson()));
        json.put("frames", seen);
        return json;
    }
}
