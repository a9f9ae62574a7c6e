package io.pinhole.protocol.frame;

/** One JPEG file of a photo. The numbers are part of the wire. */
public enum Rendition {
    /** At most 2 KiB, without a hash; first to be sent. */
    PREVIEW(0),
    /** The working copy: what people look at and draw on. */
    WORKING(1),
    /** As the camera made it, less its metadata; last to be sent. */
    ORIGINAL(2);

    public static final int MAX_PREVIEW_BYTES = 2048;

    private final int number;

    Rendition(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** @throws IllegalArgumentException if there is no such rendition */
    public static Rendition of(int number) {
        for (Rendition rendition : values()) {
            if (rendition.number == number) {
                return rendition;
            }
        }
        throw new IllegalArgumentException("no such rendition: " + number);
    }

    static Rendition onWire(int number) throws WireException {
        try {
            return of(number);
        } catch (IllegalArgumentException e) {
            throw WireException.malformed("unknown rendition " + number);
        }
    }
}
