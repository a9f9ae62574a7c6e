package io.pinhole.protocol.frame;

/** How urgent a frame is, most urgent first. */
public enum TrafficClass {
    /** Small and strict: replies, mode, views, list entries, signs of life. */
    CONTROL(0),
    /** Strict; worthless when late. */
    VOICE(1),
    /** Annotation, with a guaranteed share beside photos. */
    DELTA(2),
    /** Pulled from cursors, within the bulk window. */
    PHOTO(3);

    private final int number;

    TrafficClass(int number) {
        this.number = number;
    }

    /** Its number in a {@link Fragment}. */
    public int number() {
        return number;
    }

    static TrafficClass of(int number) {
        return switch (number) {
            case 0 -> CONTROL;
            case 1 -> VOICE;
            case 2 -> DELTA;
            default -> PHOTO;
        };
    }
}
