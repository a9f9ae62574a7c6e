package io.pinhole.relay.api;

import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.relay.http.Asked;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which part of a list is asked for.
 *
 * @param before the last one that was seen; empty: from the beginning
 */
record Paging(int limit, Optional<CaptureId> before) {

    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    /** @throws IllegalArgumentException that says what is wrong */
    static Paging of(Asked asked) {
        int limit = single(asked, "limit").map(Paging::limit).orElse(USUAL);
        Optional<CaptureId> before = single(asked, "before")
                .map(id -> VisibleCaptures.parse(id)
                        .orElseThrow(() -> new IllegalArgumentException("before is no capture's id")));
        return new Paging(limit, before);
    }

    /** Where the list goes on after this one. */
    String next(CaptureId last) {
        return CapturePages.PATH + "?limit=" + limit + "&before=" + last;
    }

    private static int limit(String text) {
        int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit is a number from 1 to " + MOST);
        }
        return limit;
    }

    private static Optional<String> single(Asked asked, String name) {
        List<String> values = asked.query(name);
        if (values.size() > 1) {
            throw new IllegalArgumentException(name + " is there more than once");
        }
        return values.stream().findFirst();
    }
}
