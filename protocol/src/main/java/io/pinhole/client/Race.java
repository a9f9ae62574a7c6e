package io.pinhole.client;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.pinhole.protocol.link.Link;
import io.pinhole.protocol.link.LinkOwner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Attempts at another connection while the one in use stands still. After a gap of seconds TCP comes back seconds late,
 * as it asks less and less often whether the line is there; a new connection is there three round trips after the line.
 *
 * <p>As long as nobody answers an attempt costs one small packet. One every 400 ms is a compromise: where the line loses
 * packets, voice comes back half of that later on average; where it holds them, all of them stand in the queue before
 * voice. Each is given up before TCP would repeat that packet, but not before two round trips. In a long silence attempts
 * become rare. The first that is answered has the line to itself: handshakes are what costs. On the client's loop.
 */
final class Race {

    static final int EVERY_MILLIS = 400;
    static final int MAX_AT_ONCE = 2;

    /** The line may go again in the middle of the handshakes. */
    static final int HANDSHAKE_MILLIS = 3_000;

    private static final int HANDSHAKE_ROUND_TRIPS = 4;

    /** How much later one may come back after so long a silence. */
    private static final int SHARE_OF_SILENCE = 20;

    private final Dialer dialer;
    private final EventLoop loop;
    private final Supplier<Runner> runners;
    private final Deque<Lane> lanes = new ArrayDeque<>();
    private @Nullable ScheduledFuture<?> next;
    private long roundTripMillis;
    private long elapsedMillis;

    /** A connection in the making. */
    interface Runner extends Dialer.Attempt {

        /**
         * It is the first to be open, and {@link #open} follows.
         *
         * @param hangUp as of {@link Dialer#dial}
         */
        void won(Runnable hangUp);
    }

    Race(Dialer dialer, EventLoop loop, Supplier<Runner> runners) {
        this.dialer = dialer;
        this.loop = loop;
        this.runners = runners;
    }

    /** @param roundTrip of the line, in milliseconds */
    void begin(double roundTrip) {
        end();
        roundTripMillis = (long) roundTrip;
        elapsedMillis = 0;
        dial();
    }

    /** Nothing comes of it any more. */
    void end() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
        giveUp(List.copyOf(lanes));
    }

    private void dial() {
        if (lanes.size() >= MAX_AT_ONCE) {
            giveUp(List.of(lanes.element()));
        }
        long pause = Math.max(Math.max(EVERY_MILLIS, roundTripMillis), elapsedMillis / SHARE_OF_SILENCE);
        elapsedMillis += pause;
        next = loop.schedule(this::dial, pause, TimeUnit.MILLISECONDS);
        Lane lane = new Lane(runners.get());
        lanes.add(lane);
        lane.hangUp = dialer.dialAgain(lane);
    }

    private void giveUp(List<Lane> some) {
        lanes.removeAll(some);
        some.forEach(lane -> lane.hangUp.run());
    }

    /** An attempt. What it is told after it was given up is nobody's concern. */
    private final class Lane implements Dialer.Attempt {

        private final Runner runner;
        private Runnable hangUp = () -> {};

        Lane(Runner runner) {
            this.runner = runner;
        }

        @Override
        public void answered() {
            if (!lanes.contains(this)) {
                return;
            }
            giveUp(lanes.stream().filter(other -> other != this).toList());
            long patience = Math.max(HANDSHAKE_MILLIS, HANDSHAKE_ROUND_TRIPS * roundTripMillis);
            if (next != null) {
                next.cancel(false);
            }
            next = loop.schedule(Race.this::dial, patience, TimeUnit.MILLISECONDS);
            runner.answered();
        }

        @Override
        public LinkOwner linked(Link link) {
            return runner.linked(link);
        }

        @Override
        public void open() {
            if (lanes.remove(this)) {
                end();
                runner.won(hangUp);
                runner.open();
            }
        }

        /** The next one comes in its time; if this one had the line to itself, soon. */
        @Override
        public void failed(Throwable cause) {
            if (lanes.remove(this) && lanes.isEmpty() && next != null) {
                next.cancel(false);
                next = loop.schedule(Race.this::dial, EVERY_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }
}
