package io.pinhole.protocol.jpeg;

import io.pinhole.protocol.frame.RefusedException;

/** What a segment of one kind must be like; it is shown the segment part by part. */
interface SegmentRule {

    /** The size of the part that begins so, as far as these bytes tell; asked again when they are there. */
    int size(Part begun) throws RefusedException;

    /**
     * Checks a part that has its size, and keeps what later segments depend on.
     *
     * @param left bytes of the segment behind this part
     */
    void check(Part part, int left) throws RefusedException;
}
