package io.pinhole.protocol.link;

import static io.pinhole.protocol.link.SimulatedTime.MILLIS;

import java.util.List;

/**
 * One end of a TCP connection over two simulated lines, established, with Nagle's rule off. What arrives in one moment
 * is read in one batch, so everything that a lost packet kept back is read together with its repetition.
 */
final class SimulatedTcp {

    /** IPv4, TCP, timestamps. */
    static final int HEADER_BYTES = 52;

    static final int MAX_SEGMENT_BYTES = 1448;

    static final long ACK_DELAY_NANOS = 40 * MILLIS;

    private final SimulatedTime time;
    private final SimulatedLine line;
    private final TcpSending sending;
    private final TcpReceiving receiving = new TcpReceiving();
    private SimulatedTcp peer;
    private Reader reader = batch -> {};
    private long echo;
    private int owedAcks;
    private int ackRound;
    private long lastArrival = Long.MIN_VALUE / 2;
    private boolean isInteractive;
    private long pureAcks;

    /** Takes what came, in order and without gaps. */
    interface Reader {
        void read(byte[] batch);
    }

    /**
     * One packet.
     *
     * @param start place of its first byte in the stream
     * @param sentAt timestamp
     */
    record Segment(long start, byte[] data, long sentAt, Ack ack) {}

    /**
     * What every packet says of the other direction.
     *
     * @param upTo where everything before has come
     * @param beyond what has come besides, as [from, to)
     * @param echo timestamp of the last packet that came in order
     */
    record Ack(long upTo, List<long[]> beyond, long echo) {}

    private SimulatedTcp(SimulatedTime time, SimulatedLine line) {
        this.time = time;
        this.line = line;
        sending = new TcpSending(time, this::send);
    }

    /** Two ends; the first sends by the first line. */
    static List<SimulatedTcp> pair(SimulatedTime time, SimulatedLine there, SimulatedLine back) {
        SimulatedTcp a = new SimulatedTcp(time, there);
        SimulatedTcp b = new SimulatedTcp(time, back);
        a.peer = b;
        b.peer = a;
        return List.of(a, b);
    }

    SimulatedTcp reading(Reader other) {
        reader = other;
        return this;
    }

    /** Told whenever some of what was written has been received. */
    SimulatedTcp whenThereIsRoom(Runnable listener) {
        sending.whenThereIsRoom(listener);
        return this;
    }

    void write(byte[] bytes) {
        sending.write(bytes);
    }

    /** What the send buffer would still take; a writer that asks for more goes on waiting. */
    int room() {
        return sending.room();
    }

    TcpSending sending() {
        return sending;
    }

    long pureAcks() {
        return pureAcks;
    }

    private void send(long start, byte[] data) {
        if (data.length > 0 && time.now() - lastArrival < ACK_DELAY_NANOS) {
            isInteractive = true;
        }
        owedAcks = 0;
        ackRound++;
        Segment segment = new Segment(start, data, time.now(), new Ack(receiving.next(), receiving.beyond(), echo));
        line.send(HEADER_BYTES + data.length, () -> peer.arrived(segment));
    }

    private void arrived(Segment segment) {
        sending.onAck(segment.ack());
        if (segment.data().length > 0) {
            boolean inOrder = receiving.isNext(segment.start());
            if (inOrder) {
                echo = segment.sentAt();
            }
            byte[] batch = receiving.add(segment.start(), segment.data());
            owedAcks++;
            lastArrival = time.now();
            if (!inOrder || batch.length > segment.data().length || !isInteractive || owedAcks >= 2) {
                ack();
            } else {
                int round = ackRound;
                time.after(ACK_DELAY_NANOS, () -> ackLate(round));
            }
            if (batch.length > 0) {
                reader.read(batch);
            }
        }
    }

    private void ackLate(int round) {
        if (round == ackRound) {
            isInteractive = false; // nothing to ride on: whoever waited did so in vain
            ack();
        }
    }

    private void ack() {
        pureAcks++;
        send(0, new byte[0]);
    }
}
