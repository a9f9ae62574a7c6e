package io.pinhole.loadtest.poor;

/**
 * One way of a line.
 *
 * @param delayMillis of a byte that finds the line free
 * @param lossPercent of packets, each by itself
 * @param queueMillis what waits before the line, at its rate; more is lost
 */
record Way(int kilobitsPerSecond, int delayMillis, double lossPercent, int queueMillis) {

    int queueBytes() {
        return kilobitsPerSecond * queueMillis / Byte.SIZE;
    }
}
