package io.pinhole.protocol.link;

import java.util.List;

/** Somebody else's transfer over the same lines: writes whatever TCP takes, for a while. */
final class SimulatedBulk {

    private static final byte[] PIECE = new byte[8 * SimulatedTcp.MAX_SEGMENT_BYTES];

    private final SimulatedTime time;
    private final SimulatedTcp sender;
    private final long until;
    private long receivedBytes;

    /** The span of a transfer, in nanoseconds of the simulation. */
    record Span(long from, long to) {}

    SimulatedBulk(SimulatedTime time, SimulatedLine there, SimulatedLine back, Span span) {
        this.time = time;
        this.until = span.to;
        List<SimulatedTcp> ends = SimulatedTcp.pair(time, there, back);
        sender = ends.get(0).whenThereIsRoom(this::write);
        ends.get(1).reading(batch -> receivedBytes += batch.length);
        time.at(span.from, this::write);
    }

    private void write() {
        while (time.now() < until && sender.room() > 0) {
            sender.write(PIECE);
        }
    }

    long receivedBytes() {
        return receivedBytes;
    }
}
