package io.pinhole.protocol.link;

import static io.pinhole.protocol.link.SimulatedTime.SECONDS;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;

/**
 * One direction of a line: a drop-tail queue, then the packet's time on the line, then loss (a lost packet has used its
 * time), then the delay. Carries packets of given sizes, whatever they are.
 */
final class SimulatedLine {

    private static final int CROWD_BYTES = 1500;
    private static final long HASH_PRIME = 0x100000001b3L;

    private final SimulatedTime time;
    private final LineShape shape;
    private final SplittableRandom random;
    private final Queue<Packet> queue = new ArrayDeque<>();
    private long bitsPerSecond;
    private int queueBytes;
    private boolean busy;
    private long lastArrival;
    private long carriedBytes;
    private long overflowed;
    private long lost;
    private int longestQueueBytes;
    private long trace = 0xcbf29ce484222325L;

    private record Packet(int bytes, Runnable arrival) {}

    SimulatedLine(SimulatedTime time, LineShape shape, SplittableRandom random) {
        this.time = time;
        this.shape = shape;
        this.random = random;
        bitsPerSecond = shape.bitsPerSecond();
        for (LineShape.Happening happening : shape.happenings()) {
            if (happening instanceof LineShape.Rate change) {
                time.at(change.atNanos(), () -> bitsPerSecond = change.bitsPerSecond());
            } else if (happening instanceof LineShape.Crowd crowd) {
                time.at(crowd.fromNanos(), () -> push(crowd));
            }
        }
    }

    /** @param arrival what happens at the far end, unless the packet is lost */
    void send(int bytes, Runnable arrival) {
        if (queueBytes + bytes > shape.queueBytes()) {
            overflowed++;
            note(bytes, 1);
            return;
        }
        queueBytes += bytes;
        longestQueueBytes = Math.max(longestQueueBytes, queueBytes);
        queue.add(new Packet(bytes, arrival));
        if (!busy) {
            serveNext();
        }
    }

    private void serveNext() {
        Packet packet = queue.poll();
        busy = packet != null;
        if (packet != null) {
            time.after(packet.bytes * 8L * SECONDS / bitsPerSecond, () -> served(packet));
        }
    }

    private void served(Packet packet) {
        queueBytes -= packet.bytes;
        carriedBytes += packet.bytes;
        double dice = random.nextDouble(); // always thrown: the same seed loses the same packets
        long jitter = shape.jitterNanos() == 0 ? 0 : random.nextLong(-shape.jitterNanos(), shape.jitterNanos() + 1);
        if (shape.bitsPerSecondAt(time.now()) == 0 || dice < shape.loss()) {
            lost++;
            note(packet.bytes, 2);
        } else {
            lastArrival = Math.max(lastArrival, time.now() + shape.delayNanos() + jitter);
            time.at(lastArrival, packet.arrival);
            note(packet.bytes, 0);
        }
        serveNext();
    }

    private void push(LineShape.Crowd crowd) {
        if (time.now() < crowd.toNanos()) {
            send(CROWD_BYTES, () -> {});
            time.after(CROWD_BYTES * 8L * SECONDS / crowd.bitsPerSecond(), () -> push(crowd));
        }
    }

    private void note(int bytes, int fate) {
        trace = (trace ^ time.now()) * HASH_PRIME;
        trace = (trace ^ (bytes * 4L + fate)) * HASH_PRIME;
    }

    /** A fingerprint of what became of every packet, and when. */
    long trace() {
        return trace;
    }

    CallReport.Carried carried() {
        return new CallReport.Carried(carriedBytes, overflowed, lost, longestQueueBytes);
    }
}
