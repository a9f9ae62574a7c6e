package io.pinhole.relay.config;

import java.time.Duration;

/**
 * What one JPEG file of a photo may be.
 *
 * @param maxSide pixels
 */
public record PhotoConfig(
        int maxBytes, int maxPixels, int maxSide, int maxScans, Duration suspendedFor, int cacheBytes) {

    private static final int JPEG_MAX_SIDE = 65_535;

    public PhotoConfig {
        Check.within("photo.max-bytes", maxBytes, 64 << 10, 256 << 20);
        Check.within("photo.max-pixels", maxPixels, 1, 1 << 30);
        Check.within("photo.max-side", maxSide, 1, JPEG_MAX_SIDE);
        Check.within("photo.max-scans", maxScans, 1, 1_000);
        Check.within("photo.suspended-for", suspendedFor, Duration.ofSeconds(1), Duration.ofDays(366));
        Check.within("photo.cache-bytes", cacheBytes, 1 << 20, 1 << 30);
    }

    static PhotoConfig of(Values values) {
        return new PhotoConfig(
                values.intBytes("photo.max-bytes"),
                values.number("photo.max-pixels"),
                values.number("photo.max-side"),
                values.number("photo.max-scans"),
                values.duration("photo.suspended-for"),
                values.intBytes("photo.cache-bytes"));
    }
}
