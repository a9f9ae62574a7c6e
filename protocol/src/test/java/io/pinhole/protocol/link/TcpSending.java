package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The sending half of a simulated TCP. What the congestion window has no room for waits unsent, and then goes in full
 * packets. A packet is lost when three later ones came, or one and a quarter of a round trip went by, or nothing came
 * at all for the time-out.
 */
final class TcpSending {

    private static final int LATER_ARRIVALS = 3;

    private final SimulatedTime time;
    private final Output output;
    private final CongestionWindow window = new CongestionWindow();
    private final TcpTimer timer = new TcpTimer();
    private final TcpRepair repair = new TcpRepair();
    private final List<TcpFlight> flights = new ArrayList<>();
    private final ByteBuf unsent = Unpooled.buffer();
    private Runnable whenThereIsRoom = () -> {};
    private long end;
    private long transmissions;
    private long newestReceived = -1;
    private boolean isFull;
    private int bufferPackets = CongestionWindow.INITIAL;
    private int timerRound;
    private long lastSent;
    private long unsentSince;
    private final Counts counts = new Counts();

    /** Puts a packet on the line. */
    interface Output {
        void send(long start, byte[] data);
    }

    /** What it did so far. */
    static final class Counts {
        long packets;
        long repeatedPackets;
        long repeatedBytes;
        int mostUnsentBytes;
        long longestUnsentNanos;
    }

    TcpSending(SimulatedTime time, Output output) {
        this.time = time;
        this.output = output;
    }

    void whenThereIsRoom(Runnable listener) {
        whenThereIsRoom = listener;
    }

    Counts counts() {
        return counts;
    }

    int window() {
        return window.packets();
    }

    /** Bytes written that were never put on the line. */
    int unsent() {
        return unsent.readableBytes();
    }

    /** Bytes written that are not yet known to have come. */
    int held() {
        return unsent.readableBytes()
                + flights.stream().mapToInt(flight -> flight.data.length).sum();
    }

    /** The buffer grows to twice the largest window, as Linux has it. */
    int room() {
        return 2 * bufferPackets * SimulatedTcp.MAX_SEGMENT_BYTES - held();
    }

    void write(byte[] bytes) {
        if (flights.isEmpty() && time.now() - lastSent > timer.timeout()) {
            window.onIdle();
        }
        if (!unsent.isReadable()) {
            unsentSince = time.now();
        }
        unsent.writeBytes(bytes);
        push();
        counts.mostUnsentBytes = Math.max(counts.mostUnsentBytes, unsent());
    }

    /** The peer says what it has. */
    void onReceived(long upTo, List<long[]> beyond) {
        int news = 0;
        for (Iterator<TcpFlight> it = flights.iterator(); it.hasNext(); ) {
            TcpFlight flight = it.next();
            boolean inOrder = flight.end() <= upTo;
            if ((inOrder || isIn(flight, beyond)) && !flight.received) {
                flight.received = true;
                news++;
                long roundTrip = time.now() - flight.sentAt();
                if (!flight.isRepeated()) {
                    timer.onRoundTrip(roundTrip);
                }
                if (roundTrip >= timer.fastest()) { // else it was the original that came
                    newestReceived = Math.max(newestReceived, flight.number());
                }
            }
            if (inOrder) {
                it.remove();
            }
        }
        repair.onReceived(upTo);
        findLost();
        if (repair.isOn()) {
            repair.onReceived(news, flying(), window.packets());
        }
        if (news > 0) {
            if (!repair.isOn() && isFull) {
                window.onReceived(news, timer.last(), time.now());
                bufferPackets = Math.max(bufferPackets, window.packets());
            }
            restartTimer();
        }
        push();
        if (news > 0) {
            whenThereIsRoom.run();
        }
    }

    private static boolean isIn(TcpFlight flight, List<long[]> ranges) {
        return ranges.stream().anyMatch(range -> range[0] <= flight.start && flight.start < range[1]);
    }

    private void findLost() {
        long received = flights.stream().filter(flight -> flight.received).count();
        for (TcpFlight flight : flights) {
            if (flight.isOnItsWay() && flight.number() < newestReceived) {
                long due = flight.sentAt() + timer.last() + timer.patience();
                if (received >= LATER_ARRIVALS || time.now() >= due) {
                    lose(flight);
                } else {
                    time.at(due, this::lookAgain);
                }
            }
        }
    }

    private void lookAgain() {
        findLost();
        if (repair.isOn()) {
            repair.onReceived(0, flying(), window.packets());
        }
        push();
    }

    private void lose(TcpFlight flight) {
        flight.lost = true;
        if (!repair.isOn()) {
            repair.begin(end, window.packets());
            window.onLoss();
        }
    }

    private void onTimeout(int round) {
        if (round != timerRound || flights.isEmpty()) {
            return;
        }
        timer.onTimeout();
        window.onTimeout();
        flights.stream().filter(flight -> !flight.received).forEach(flight -> flight.lost = true);
        repair.end(); // the window grows again at once
        isFull = true;
        restartTimer();
        push();
    }

    private void restartTimer() {
        int round = ++timerRound;
        if (!flights.isEmpty()) {
            time.after(timer.timeout(), () -> onTimeout(round));
        }
    }

    private void push() {
        noteUnsent();
        int room = (repair.isOn() ? repair.window() : window.packets()) - flying();
        for (Iterator<TcpFlight> it = flights.iterator(); room > 0 && it.hasNext(); ) {
            TcpFlight flight = it.next();
            if (flight.lost) {
                counts.repeatedPackets++;
                counts.repeatedBytes += flight.data.length;
                transmit(flight);
                room--;
            }
        }
        for (; room > 0 && unsent.isReadable(); room--) {
            byte[] data = new byte[Math.min(SimulatedTcp.MAX_SEGMENT_BYTES, unsent.readableBytes())];
            unsent.readBytes(data).discardReadBytes();
            TcpFlight flight = new TcpFlight(end, data);
            end = flight.end();
            flights.add(flight);
            transmit(flight);
            if (flights.size() == 1) {
                restartTimer();
            }
        }
        isFull = room <= 0;
    }

    private int flying() {
        return (int) flights.stream().filter(TcpFlight::isOnItsWay).count();
    }

    private void transmit(TcpFlight flight) {
        flight.sent(transmissions++, time.now());
        repair.onSent();
        lastSent = time.now();
        counts.packets++;
        output.send(flight.start, flight.data);
    }

    private void noteUnsent() {
        if (unsent.isReadable()) {
            counts.longestUnsentNanos = Math.max(counts.longestUnsentNanos, time.now() - unsentSince);
        }
    }
}
