package io.pinhole.relay.capture.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/**
 * Room for a picture that is stored turned or mirrored (Exif 2.3, 4.6.4, tag 274) and needed upright, once: what is
 * written into {@link #stored} in rows arrives in columns where that is needed, and then sides are exchanged in place.
 */
final class Turning {

    private static final int BYTES = 3;
    private static final int[] BLUE_GREEN_RED = {2, 1, 0};
    private static final int FIRST_LYING = 5;
    private static final int KINDS_OF_MIRRORING = 4;

    private final boolean lying;
    private final int mirroring;
    private final BufferedImage upright;

    /**
     * @param orientation EXIF's, 1 to 8
     * @param width of the picture as stored
     */
    Turning(int orientation, int width, int height) {
        lying = orientation >= FIRST_LYING;
        mirroring = (orientation - 1) % KINDS_OF_MIRRORING;
        upright = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_3BYTE_BGR);
    }

    /** The picture as it is stored. */
    BufferedImage stored() {
        if (!lying) {
            return upright;
        }
        ComponentSampleModel exchanged = new ComponentSampleModel(
                DataBuffer.TYPE_BYTE, upright.getHeight(), upright.getWidth(), row(), BYTES, BLUE_GREEN_RED);
        DataBuffer pixels = upright.getRaster().getDataBuffer();
        return new BufferedImage(
                upright.getColorModel(), Raster.createWritableRaster(exchanged, pixels, null), false, null);
    }

    /** To be called once, when all pixels are stored. */
    BufferedImage upright() {
        byte[] pixels = ((DataBufferByte) upright.getRaster().getDataBuffer()).getData();
        if (mirroring == 1 || mirroring == 2) {
            exchangeLeftAndRight(pixels);
        }
        if (mirroring >= 2) {
            exchangeTopAndBottom(pixels);
        }
        return upright;
    }

    private void exchangeLeftAndRight(byte[] pixels) {
        for (int start = 0; start < pixels.length; start += row()) {
            int left = start;
            for (int right = start + row() - BYTES; left < right; right -= BYTES) {
                for (int at = 0; at < BYTES; at++) {
                    byte kept = pixels[left + at];
                    pixels[left + at] = pixels[right + at];
                    pixels[right + at] = kept;
                }
                left += BYTES;
            }
        }
    }

    private void exchangeTopAndBottom(byte[] pixels) {
        byte[] kept = new byte[row()];
        int top = 0;
        for (int bottom = pixels.length - row(); top < bottom; bottom -= row()) {
            System.arraycopy(pixels, top, kept, 0, row());
            System.arraycopy(pixels, bottom, pixels, top, row());
            System.arraycopy(kept, 0, pixels, bottom, row());
            top += row();
        }
    }

    private int row() {
        return BYTES * upright.getWidth();
    }
}
