package io.pinhole.loadtest.demo;

import io.pinhole.loadtest.local.LineQuality;
import io.pinhole.loadtest.local.LocalLine.Carried;
import java.time.Duration;
import java.util.Map;

/** What happens to somebody's line, as it is noted: its state, and what it carried. */
record LineNote(Map<String, Object> fields) {

    static final String EVENT = "line";

    /** Of which video makes nothing. */
    static final LineQuality POOR = new LineQuality(64_000, Duration.ofMillis(100));

    /** As phones have it at most places: here photos take long enough for several to be on their way at once. */
    static final LineQuality GOOD = new LineQuality(4_000_000, Duration.ofMillis(20));

    static final String UP = "upBitsPerSecond";
    static final String DOWN = "downBitsPerSecond";

    static LineNote poor() {
        return new LineNote(Map.of("state", "poor", "quality", POOR.toString()));
    }

    /** @param nanos in which it carried that, being poor */
    static LineNote good(Carried carried, long nanos) {
        return new LineNote(Map.of(
                "state", "good", UP, bitsPerSecond(carried.up(), nanos), DOWN, bitsPerSecond(carried.down(), nanos)));
    }

    static LineNote cut() {
        return new LineNote(Map.of("state", "cut"));
    }

    static LineNote mended() {
        return new LineNote(Map.of("state", "mended"));
    }

    private static long bitsPerSecond(long bytes, long nanos) {
        return (long) (bytes * Byte.SIZE * 1e9 / nanos);
    }
}
