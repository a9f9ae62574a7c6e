package io.pinhole.protocol.link;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated TCP has on its way. A packet is lost when one that was sent after it came, and either two more came
 * or a quarter of a round trip went by.
 */
final class TcpFlights {

    private static final int LATER_ARRIVALS = 3;
    private static final long NEVER = Long.MAX_VALUE;

    private final List<TcpFlight> flights = new ArrayList<>();
    private final TcpTimer timer;
    private long newestReceived = -1;

    TcpFlights(TcpTimer timer) {
        this.timer = timer;
    }

    void add(TcpFlight flight) {
        flights.add(flight);
    }

    boolean isEmpty() {
        return flights.isEmpty();
    }

    /** Also those that came before others that are missing. */
    int count() {
        return flights.size();
    }

    /** Neither known to have come nor taken for lost. */
    int flying() {
        int flying = 0;
        for (TcpFlight flight : flights) {
            flying += flight.isOnItsWay() ? 1 : 0;
        }
        return flying;
    }

    TcpFlight first() {
        return flights.get(0);
    }

    TcpFlight last() {
        return flights.get(flights.size() - 1);
    }

    /** Whether some came before others that are missing. */
    boolean hasGap() {
        return flights.stream().anyMatch(flight -> flight.received);
    }

    @Nullable TcpFlight firstLost() {
        for (TcpFlight flight : flights) {
            if (flight.lost) {
                return flight;
            }
        }
        return null;
    }

    /** @return how many packets are now known to have come that were not before */
    int onAck(SimulatedTcp.Ack ack, long now) {
        int news = 0;
        for (Iterator<TcpFlight> it = flights.iterator(); it.hasNext(); ) {
            TcpFlight flight = it.next();
            boolean inOrder = flight.end() <= ack.upTo();
            if ((inOrder || isIn(flight, ack.beyond())) && !flight.received) {
                flight.received = true;
                flight.lost = false;
                news++;
                received(flight, now - flight.sentAt(), inOrder && ack.echo() < flight.sentAt());
            }
            if (inOrder) {
                it.remove();
            }
        }
        return news;
    }

    /** @param isOriginal a timestamp says that it was not the repetition that came */
    private void received(TcpFlight flight, long roundTrip, boolean isOriginal) {
        if (!flight.isRepeated()) {
            timer.onRoundTrip(roundTrip);
        }
        if (!isOriginal && roundTrip >= timer.fastest()) {
            newestReceived = Math.max(newestReceived, flight.number());
        }
    }

    private static boolean isIn(TcpFlight flight, List<long[]> ranges) {
        for (long[] range : ranges) {
            if (range[0] <= flight.start && flight.start < range[1]) {
                return true;
            }
        }
        return false;
    }

    /** @return whether any is lost that was not before */
    boolean findLost(long now) {
        boolean isNew = false;
        boolean areEnough = flights.stream().filter(flight -> flight.received).count() >= LATER_ARRIVALS;
        for (TcpFlight flight : flights) {
            if (isDoubtful(flight) && (areEnough || now >= patienceEnds(flight))) {
                flight.lost = true;
                isNew = true;
            }
        }
        return isNew;
    }

    /** When to look for lost ones again if nothing comes before. */
    long lookAgainAt() {
        long next = NEVER;
        for (TcpFlight flight : flights) {
            next = isDoubtful(flight) ? Math.min(next, patienceEnds(flight)) : next;
        }
        return next;
    }

    private boolean isDoubtful(TcpFlight flight) {
        return flight.isOnItsWay() && flight.number() < newestReceived;
    }

    private long patienceEnds(TcpFlight flight) {
        return flight.sentAt() + timer.last() + timer.patience();
    }

    /** Nothing came at all: the first is lost, and whatever was sent a round trip ago. */
    void onTimeout(long now) {
        for (TcpFlight flight : flights) {
            flight.lost |= !flight.received && (flight == flights.get(0) || flight.sentAt() + timer.last() <= now);
        }
    }

    /** It was only slow. */
    void nothingIsLost() {
        flights.forEach(flight -> flight.lost = false);
    }
}
