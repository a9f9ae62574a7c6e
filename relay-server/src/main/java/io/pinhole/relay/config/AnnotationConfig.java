package io.pinhole.relay.config;

/** How much may be drawn on a photo, and how fast. */
public record AnnotationConfig(
        int widgetsPerPhoto, int pointsPerPhoto, int operationsPerSecond, int bytesPerSecond, int cacheBytes) {

    public AnnotationConfig {
        Check.within("annotation.widgets-per-photo", widgetsPerPhoto, 1, 2_000);
        Check.within("annotation.points-per-photo", pointsPerPhoto, 1, 50_000);
        Check.within("annotation.operations-per-second", operationsPerSecond, 1, 100_000);
        Check.within("annotation.bytes-per-second", bytesPerSecond, 1 << 10, 1 << 30);
        Check.within("annotation.cache-bytes", cacheBytes, 1 << 20, 1 << 30);
    }

    static AnnotationConfig of(Values values) {
        return new AnnotationConfig(
                values.number("annotation.widgets-per-photo"),
                values.number("annotation.points-per-photo"),
                values.number("annotation.operations-per-second"),
                values.intBytes("annotation.bytes-per-second"),
                values.intBytes("annotation.cache-bytes"));
    }
}
