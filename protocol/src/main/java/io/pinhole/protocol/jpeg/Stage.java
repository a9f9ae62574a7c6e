package io.pinhole.protocol.jpeg;

/** What the bytes of a progressive file add to the picture, in the order in which they stand in it. */
public enum Stage {
    /** The first scans: with them the picture is usable. */
    OUTLINE,
    /** All between. */
    DETAIL,
    /** The last refinement of luma: up to two fifths of the bytes, for little to see. */
    POLISH
}
