package io.pinhole.protocol.widget;

/**
 * How much may be on a photo, deleted widgets not counted.
 *
 * @param textChars of all its widgets together, so that a snapshot stays within a frame
 */
public record Limits(int widgets, int points, int textChars) {

    public static final Limits DEFAULT = new Limits(2_000, 50_000, 100_000);

    /** For what was accepted before. */
    public static final Limits NONE = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
}
