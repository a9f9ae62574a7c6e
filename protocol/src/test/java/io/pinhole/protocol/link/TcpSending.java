package io.pinhole.protocol.link;

/**
 * The sending half of a simulated TCP. What the congestion window has no room for waits unsent, and then goes in full
 * packets.
 */
final class TcpSending {

    /** For each packet of the largest window; as seen with Linux. */
    private static final int BUFFER_BYTES = 3 * SimulatedTcp.MAX_SEGMENT_BYTES;

    private final SimulatedTime time;
    private final Output output;
    private final CongestionWindow window = new CongestionWindow();
    private final TcpWindowUse use = new TcpWindowUse();
    private final TcpTimer timer = new TcpTimer(window::onRoundTrip);
    private final TcpRepair repair = new TcpRepair();
    private final TcpFlights flights = new TcpFlights(timer);
    private final TcpBacklog backlog = new TcpBacklog();
    private final Counts counts = new Counts();
    private Runnable whenThereIsRoom = () -> {};
    private long end;
    private long received;
    private long roundEnd;
    private int bufferPackets = CongestionWindow.INITIAL;
    private int timerRound;
    private long deadline;
    private long timedOutAt = -1;
    private boolean hasProbed;
    private long lastSent;

    /** Puts a packet on the line. */
    interface Output {
        void send(long start, byte[] data);
    }

    /** What it did so far. */
    static final class Counts {
        long packets;
        long repeatedPackets;
        long repeatedBytes;
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

    /** In packets. */
    int window() {
        return window.packets();
    }

    /** Bytes written that were never put on the line. */
    int unsent() {
        return backlog.size();
    }

    TcpBacklog backlog() {
        return backlog;
    }

    /** The buffer grows with the window, and never shrinks. */
    int room() {
        return bufferPackets * BUFFER_BYTES - (int) (end + backlog.size() - received);
    }

    void write(byte[] bytes) {
        if (flights.isEmpty() && time.now() - lastSent > timer.timeout()) {
            window.onIdle();
        }
        backlog.add(bytes, time.now());
        push();
        backlog.note(time.now());
    }

    /** The peer says what it has. */
    void onAck(SimulatedTcp.Ack ack) {
        if (ack.upTo() > received) {
            received = ack.upTo();
            onProgress(ack.echo());
        }
        int news = flights.onAck(ack, time.now());
        repair.onReceived(ack.upTo());
        repairWhatIsLost(news);
        if (news > 0) {
            if (!repair.isOn() && use.mayGrow(window)) {
                window.onReceived(news, time.now());
                bufferPackets = Math.max(bufferPackets, window.packets());
            }
            restartTimer();
        }
        push();
        if (news > 0) {
            whenThereIsRoom.run();
        }
    }

    private void onProgress(long echo) {
        if (received >= roundEnd) {
            roundEnd = end;
            window.beginRound();
        }
        if (timedOutAt >= 0) {
            if (echo < timedOutAt) { // what came was sent before, so nothing needed to be repeated
                flights.nothingIsLost();
                window.undoTimeout();
            }
            timedOutAt = -1;
        }
        hasProbed = false;
    }

    private void repairWhatIsLost(int news) {
        if (flights.findLost(time.now()) && !repair.isOn()) {
            repair.begin(end, window.packets());
            window.onLoss();
        }
        if (repair.isOn()) {
            repair.onReceived(news, flights.flying(), window.packets());
        }
        long again = flights.lookAgainAt();
        if (again != Long.MAX_VALUE) {
            time.at(again, () -> {
                repairWhatIsLost(0);
                push();
            });
        }
    }

    private void onTimer(int round) {
        if (round != timerRound || flights.isEmpty()) {
            return;
        }
        if (mayProbe()) {
            probe();
        } else {
            onTimeout();
        }
        restartTimer();
        push();
    }

    /** One packet more, before everything counts as lost: its answer may tell what is missing. */
    private void probe() {
        hasProbed = true;
        if (backlog.isEmpty()) {
            repeat(flights.last());
        } else {
            sendNew();
        }
    }

    private boolean mayProbe() {
        return !hasProbed && timedOutAt < 0 && !repair.isOn() && !flights.hasGap();
    }

    private void onTimeout() {
        if (timedOutAt < 0) {
            timedOutAt = time.now();
            window.onTimeout();
        }
        timer.onTimeout();
        window.onNextTimeout();
        flights.onTimeout(time.now());
        repair.end(); // the window grows again at once
        repeat(flights.first());
    }

    private void restartTimer() {
        deadline = time.now() + timer.timeout();
        setTimer();
    }

    private void setTimer() {
        int round = ++timerRound;
        if (!flights.isEmpty()) {
            long probeAt = lastSent + timer.probeAfter(flights.count());
            time.at(mayProbe() ? Math.min(deadline, probeAt) : deadline, () -> onTimer(round));
        }
    }

    private void push() {
        backlog.note(time.now());
        int room = (repair.isOn() ? repair.window() : window.packets()) - flights.flying();
        for (TcpFlight lost = flights.firstLost(); room > 0 && lost != null; lost = flights.firstLost()) {
            repeat(lost);
            room--;
        }
        for (; room > 0 && !backlog.isEmpty(); room--) {
            sendNew();
        }
        use.note(room <= 0, flights.count(), received, end);
    }

    private void sendNew() {
        TcpFlight flight = new TcpFlight(end, backlog.take(SimulatedTcp.MAX_SEGMENT_BYTES));
        end = flight.end();
        flights.add(flight);
        transmit(flight);
        if (flights.count() == 1) {
            restartTimer();
        } else if (mayProbe()) {
            setTimer();
        }
    }

    private void repeat(TcpFlight flight) {
        counts.repeatedPackets++;
        counts.repeatedBytes += flight.data.length;
        transmit(flight);
    }

    private void transmit(TcpFlight flight) {
        flight.sent(counts.packets++, time.now());
        repair.onSent();
        lastSent = time.now();
        output.send(flight.start, flight.data);
    }
}
