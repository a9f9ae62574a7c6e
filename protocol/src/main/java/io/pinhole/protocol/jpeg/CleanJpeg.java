package io.pinhole.protocol.jpeg;

/**
 * A JPEG file that tells nothing but its picture.
 *
 * @param orientation how to turn the stored picture to see it upright: EXIF's 1 to 8, 1 for as it is
 * @param width of the picture as stored
 * @param height of the picture as stored
 */
@SuppressWarnings("ArrayRecordComponent") // whole files are handed on, never compared
public record CleanJpeg(byte[] bytes, int orientation, int width, int height) {

    private static final int FIRST_LYING_ORIENTATION = 5;

    public int uprightWidth() {
        return isLying() ? height : width;
    }

    public int uprightHeight() {
        return isLying() ? width : height;
    }

    private boolean isLying() {
        return orientation >= FIRST_LYING_ORIENTATION;
    }
}
