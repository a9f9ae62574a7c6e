package io.pinhole.relay.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form that paths may have, and their page.
 *
 * @param segments what is between slashes; {@code {name}} is anything but nothing
 */
record Route(List<String> segments, Page page) {

    static Route of(String form, Page page) {
        return new Route(split(form), page);
    }

    /** Nothing is decoded, left out or resolved: a path that is written in another way is another path. */
    static List<String> split(String path) {
        return List.of(path.split("/", -1));
    }

    /** The parameters of a path of this form. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String expected = segments.get(i);
            String actual = path.get(i);
            if (expected.startsWith("{") && !actual.isEmpty()) {
                parameters.put(expected.substring(1, expected.length() - 1), actual);
            } else if (!expected.equals(actual)) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
