package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Snapshot;

/**
 * A snapshot on its way in parts, so that what is large for its photo is not so for a frame, and other frames of its
 * class go between. On the link's thread.
 */
final class SnapshotCutter {

    /** A part of more than one widget is no larger, before compression. */
    static final int FULL_BYTES = 32 * 1024;

    private final Snapshot whole;
    private int next;
    private int part;

    SnapshotCutter(Snapshot whole) {
        this.whole = whole;
    }

    boolean hasBegun() {
        return part > 0;
    }

    Snapshot next() {
        int from = next;
        int bytes = 0;
        while (next < whole.widgets().size()) {
            bytes += FrameSize.of(whole.widgets().get(next));
            if (bytes > FULL_BYTES && next > from) {
                break;
            }
            next++;
        }
        return new Snapshot(
                whole.photo(),
                whole.epoch(),
                whole.upTo(),
                whole.widgets().subList(from, next),
                part++,
                next < whole.widgets().size());
    }
}
