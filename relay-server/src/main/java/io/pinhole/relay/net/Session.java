package io.pinhole.relay.net;

import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.link.FrameDecoder;
import io.pinhole.protocol.link.LineEstimate;
import io.pinhole.protocol.link.Link;
import io.pinhole.protocol.link.LinkOwner;
import io.pinhole.relay.call.Doorman;
import io.pinhole.relay.call.Seat;
import io.pinhole.relay.metrics.Meters;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's connection, from its first byte to its last. Owned by the channel's loop. */
final class Session implements LinkOwner {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int RETRY_MILLIS = 1000;

    private final Link link;
    private final FrameDecoder decoder;
    private final Threshold threshold;
    private final Doorman doorman;
    private final ConnectionMeter meter;
    private final Meters meters;
    private final long openedAt = System.nanoTime();
    private Phase phase = new Strange();

    /** Where a connection stands. */
    private sealed interface Phase permits Strange, Entering, Seated, Over {}

    /** Nobody knows who it is. */
    private record Strange() implements Phase {}

    /** It has said who it is; the call is being asked. */
    private record Entering() implements Phase {}

    private record Seated(Seat seat) implements Phase {}

    private record Over() implements Phase {}

    Session(Link link, FrameDecoder decoder, Threshold threshold, Doorman doorman, ConnectionMeter meter) {
        this.link = link;
        this.decoder = decoder;
        this.threshold = threshold;
        this.doorman = doorman;
        this.meter = meter;
        this.meters = meter.meters();
        threshold.guards(this);
        meter.watchedBy(this::estimated);
        meters.connectionOpened();
    }

    Link link() {
        return link;
    }

    @Override
    public void received(Frame frame) throws WireException {
        if (phase instanceof Seated seated) {
            if (frame instanceof Voice voice) {
                seated.seat.voice(voice, System.nanoTime());
            } else {
                seated.seat.received((ClientFrame) frame);
            }
        } else if (phase instanceof Strange && frame instanceof Hello hello) {
            enter(hello);
        } else if (phase instanceof Strange) {
            throw new WireException(Code.UNAUTHENTICATED, "the first frame must be HELLO, not " + frame.type());
        }
    }

    /** The client finds another way, or the line moves again; what can wait waits in the link. */
    @Override
    public void stalled(boolean stalled) {}

    private void estimated(LineEstimate line) {
        if (phase instanceof Seated seated) {
            seated.seat.estimated(line, System.nanoTime());
        }
    }

    @Override
    public void closed(Refusal reason) {
        Phase last = phase;
        phase = new Over();
        threshold.crossed();
        boolean left = reason.code().filter(code -> code == Code.LEFT).isPresent();
        if (last instanceof Seated seated) {
            seated.seat.lost(left);
        }
        meters.connectionClosed(reason);
        LOG.atInfo()
                .addKeyValue("reason", reason.code().map(Code::name).orElse(String.valueOf(reason.number())))
                .addKeyValue("detail", reason.message())
                .addKeyValue(
                        "person",
                        last instanceof Seated seated ? seated.seat.person().value() : "")
                .addKeyValue("seconds", (System.nanoTime() - openedAt) / 1_000_000_000)
                .addKeyValue("received", meter.bytesReceived())
                .addKeyValue("sent", meter.bytesSent())
                .log("connection ended");
    }

    private void enter(Hello hello) {
        phase = new Entering();
        decoder.pause(); // what follows is read when we know who it is
        long since = System.nanoTime();
        doorman.admit(hello, link).whenCompleteAsync((seat, failure) -> entered(seat, failure, since), link.loop());
    }

    private void entered(@Nullable Seat seat, @Nullable Throwable failure, long since) {
        if (seat == null) {
            refuse(failure);
        } else if (phase instanceof Over) {
            seat.lost(false);
        } else {
            phase = new Seated(seat);
            threshold.crossed();
            meters.joined(System.nanoTime() - since);
            readOn();
        }
    }

    private void readOn() {
        try {
            decoder.open();
        } catch (Exception e) {
            LOG.error("a connection could not be read on", e);
            link.close(Close.of(Code.INTERNAL, "internal error"));
        }
    }

    private void refuse(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof RefusedException refused) {
            meters.refused(refused.code());
            link.close(new Close(Refusal.of(refused), ""));
        } else {
            LOG.error("a join failed", cause);
            link.close(new Close(
                    Refusal.of(Code.STORE_UNAVAILABLE, "the store does not answer")
                            .retryAfter(RETRY_MILLIS),
                    ""));
        }
    }
}
