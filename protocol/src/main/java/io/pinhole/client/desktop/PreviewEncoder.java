package io.pinhole.client.desktop;

import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.jpeg.CleanJpeg;
import java.awt.image.BufferedImage;

/** Makes the largest picture that still looks like something in 2 KiB; progressive would cost it 300 bytes of headers. */
final class PreviewEncoder {

    private static final int[] SIDES = {160, 144, 128, 112, 96, 80, 64, 48, 32, 16, 8};
    private static final double[] QUALITIES = {0.6, 0.45, 0.3};

    private PreviewEncoder() {}

    static CleanJpeg encode(BufferedImage picture) {
        for (int side : SIDES) {
            BufferedImage small = Scaling.toFit(picture, side);
            for (double quality : QUALITIES) {
                CleanJpeg preview = PhotoEncoder.baseline(small, quality);
                if (preview.bytes().length <= Rendition.MAX_PREVIEW_BYTES) {
                    return preview;
                }
            }
        }
        throw new AssertionError("64 pixels of JPEG never have 2 KiB");
    }
}
