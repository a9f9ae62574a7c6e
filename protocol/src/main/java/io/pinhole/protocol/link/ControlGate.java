package io.pinhole.protocol.link;

/**
 * Whether control may go. It is the most urgent, and nearly always little; but a long list written at once would stand
 * before voice in the line's queue for seconds. So when it has filled the queue by as much as a piece may, the rest
 * waits here, which makes it no later. Pure; milliseconds.
 */
final class ControlGate {

    /** The queue aimed at, and a piece. */
    private static final double MOST_QUEUE_MILLIS = 70;

    /** The queue is a guess: something goes every so often, come what may. */
    private static final double PATIENCE_MILLIS = 500;

    private double openedAt = Double.NEGATIVE_INFINITY;
    private boolean open = true;

    /**
     * Control waits.
     *
     * @return how long it should; 0: it goes now
     */
    double ask(LineModel line, double now) {
        double over = line.isKnown() && !line.isPlenty() ? line.queue(now) - MOST_QUEUE_MILLIS : 0;
        double wait = Math.max(0, Math.min(over, openedAt + PATIENCE_MILLIS - now));
        open = wait == 0;
        openedAt = open ? now : openedAt;
        return wait;
    }

    /** As it was answered last. */
    boolean isOpen() {
        return open;
    }
}
