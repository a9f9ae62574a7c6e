package io.pinhole.protocol.jpeg;

/** How large a picture may become when somebody decodes it, whatever its file weighs. */
public record JpegLimits(int maxPixels, int maxSide, int maxScans, int maxSegments) {

    /** 40 megapixels, 12,000 a side, 64 scans; a photo with much metadata has some hundred marker segments. */
    public static final JpegLimits DEFAULT = new JpegLimits(40_000_000, 12_000, 64, 1024);

    public JpegLimits {
        if (maxPixels < 1 || maxSide < 1 || maxScans < 1 || maxSegments < 1) {
            throw new IllegalArgumentException("a limit below one lets no picture pass");
        }
    }
}
