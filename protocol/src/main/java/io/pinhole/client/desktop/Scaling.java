package io.pinhole.client.desktop;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/** Makes pictures smaller: a pixel becomes the average of the area that it covers, to fractions of a pixel. */
final class Scaling {

    private static final int CHANNELS = 3;
    private static final int CHANNEL_BITS = 8;

    private Scaling() {}

    /** The picture itself if its longer side is at most that long. */
    static BufferedImage toFit(BufferedImage rgb, int maxSide) {
        int longer = Math.max(rgb.getWidth(), rgb.getHeight());
        if (longer <= maxSide) {
            return rgb;
        }
        int width = scaled(rgb.getWidth(), maxSide, longer);
        int height = scaled(rgb.getHeight(), maxSide, longer);
        BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        average(rgb.getRaster(), smaller.getRaster());
        return smaller;
    }

    private static int scaled(int side, int maxSide, int longer) {
        return Math.max(1, Math.round((float) side * maxSide / longer));
    }

    /**
     * Both pictures are laid over a grid on which a row of {@code from} is as high as {@code to} has rows, and the other
     * way round, so that every overlap is a whole number; {@link #sumAcross} does the same with columns.
     */
    private static void average(WritableRaster from, WritableRaster to) {
        int[] pixels = new int[from.getWidth()];
        long[] row = new long[CHANNELS * to.getWidth()];
        long[] sums = new long[row.length];
        long area = (long) from.getWidth() * from.getHeight();
        int below = from.getHeight();
        int target = 0;
        for (int y = 0; y < from.getHeight(); y++) {
            from.getDataElements(0, y, pixels.length, 1, pixels);
            sumAcross(pixels, row);
            int overlap = Math.min(to.getHeight(), below);
            addWeighted(row, overlap, sums);
            below -= overlap;
            if (below == 0) {
                to.setDataElements(0, target++, to.getWidth(), 1, pixels(sums, area));
                Arrays.fill(sums, 0);
                addWeighted(row, to.getHeight() - overlap, sums);
                below = from.getHeight() - (to.getHeight() - overlap);
            }
        }
    }

    private static void sumAcross(int[] pixels, long[] row) {
        int width = row.length / CHANNELS;
        int right = pixels.length;
        int target = 0;
        Arrays.fill(row, 0);
        for (int pixel : pixels) {
            int overlap = Math.min(width, right);
            addPixel(pixel, overlap, row, target);
            right -= overlap;
            if (right == 0) {
                target++;
                right = pixels.length - (width - overlap);
                if (overlap < width) {
                    addPixel(pixel, width - overlap, row, target);
                }
            }
        }
    }

    private static void addPixel(int pixel, int weight, long[] row, int target) {
        int rest = pixel;
        for (int channel = 0; channel < CHANNELS; channel++) {
            row[CHANNELS * target + channel] += (long) weight * (rest & 0xFF);
            rest >>= CHANNEL_BITS;
        }
    }

    private static void addWeighted(long[] row, int weight, long[] sums) {
        for (int at = 0; at < sums.length; at++) {
            sums[at] += weight * row[at];
        }
    }

    private static int[] pixels(long[] sums, long area) {
        int[] pixels = new int[sums.length / CHANNELS];
        for (int at = sums.length - 1; at >= 0; at--) {
            int average = (int) ((sums[at] + area / 2) / area);
            pixels[at / CHANNELS] = pixels[at / CHANNELS] << CHANNEL_BITS | average;
        }
        return pixels;
    }
}
