package io.pinhole.protocol.jpeg;

import io.pinhole.protocol.frame.RefusedException;

/** The restart interval, in coded units; 0 means no restart markers (T.81, B.2.4.4). */
final class RestartRule implements SegmentRule {

    private int interval;

    int interval() {
        return interval;
    }

    @Override
    public int size(Part begun) {
        return 2;
    }

    @Override
    public void check(Part part, int left) throws RefusedException {
        if (left > 0) {
            throw Faults.malformed("DRI has " + left + " bytes too many");
        }
        interval = part.u16(0);
    }
}
