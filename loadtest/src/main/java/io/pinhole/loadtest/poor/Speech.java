package io.pinhole.loadtest.poor;

/** Voice of one person who talks all the time: frames of so many bytes, each lasting so long. */
record Speech(int bytes, int millis) {

    static final Speech USUAL = new Speech(40, 20);
    static final Speech SPARING = new Speech(60, 60);

    /** What the headers of a frame by itself take in datagrams: IP and UDP. */
    private static final int LEAST_HEADER_BYTES = 28;

    /** What this takes of a line at the least, with no header but those that nobody can do without. */
    double leastBitsPerSecond() {
        return (bytes + LEAST_HEADER_BYTES) * Byte.SIZE * 1000.0 / millis;
    }

    double codecBitsPerSecond() {
        return bytes * Byte.SIZE * 1000.0 / millis;
    }

    /** As {@code join --voice} takes it. */
    String option() {
        return bytes + ":" + millis;
    }
}
