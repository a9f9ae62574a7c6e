package io.pinhole.relay.net;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.TrafficClass;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.link.DropCause;
import io.pinhole.protocol.link.LineEstimate;
import io.pinhole.protocol.link.LinkMeter;
import io.pinhole.relay.metrics.Meters;
import java.util.function.Consumer;

/** Counts one connection's bytes, for the relay's metrics and against its limit. Owned by the channel's loop. */
final class ConnectionMeter implements LinkMeter {

    private static final double BURST_SECONDS = 2;

    private final Meters meters;
    private final int bytesPerSecond;
    private long received;
    private long sent;
    private double tokens;
    private long filledAt = System.nanoTime();
    private Consumer<LineEstimate> watcher = line -> {};

    /** @param bytesPerSecond of everything but photos, which have their window */
    ConnectionMeter(Meters meters, int bytesPerSecond) {
        this.meters = meters;
        this.bytesPerSecond = bytesPerSecond;
        this.tokens = BURST_SECONDS * bytesPerSecond;
    }

    /** Who else is told what is known of the line. */
    void watchedBy(Consumer<LineEstimate> other) {
        watcher = other;
    }

    Meters meters() {
        return meters;
    }

    long bytesReceived() {
        return received;
    }

    long bytesSent() {
        return sent;
    }

    /** @throws WireException TOO_FAST if the client sends more than it may */
    void requirePace() throws WireException {
        long now = System.nanoTime();
        tokens = Math.min(BURST_SECONDS * bytesPerSecond, tokens + (now - filledAt) * 1e-9 * bytesPerSecond);
        filledAt = now;
        if (tokens < 0) {
            throw new WireException(Code.TOO_FAST, "more than " + bytesPerSecond + " bytes a second");
        }
    }

    @Override
    public void sent(TrafficClass trafficClass, int bytes) {
        sent += bytes;
        meters.link().sent(trafficClass, bytes);
    }

    @Override
    public void received(TrafficClass trafficClass, int bytes) {
        received += bytes;
        if (trafficClass != TrafficClass.PHOTO) {
            tokens -= bytes;
        }
        meters.link().received(trafficClass, bytes);
    }

    @Override
    public void voiceSent(int frames, long ageNanos) {
        meters.link().voiceSent(frames, ageNanos);
    }

    @Override
    public void voiceDropped(DropCause cause, long frames) {
        meters.link().voiceDropped(cause, frames);
    }

    @Override
    public void waited(TrafficClass trafficClass, long nanos) {
        meters.link().waited(trafficClass, nanos);
    }

    @Override
    public void stalled() {
        meters.link().stalled();
    }

    @Override
    public void movesAgain(long nanos) {
        meters.link().movesAgain(nanos);
    }

    @Override
    public void deltasLapsed() {
        meters.link().deltasLapsed();
    }

    @Override
    public void estimated(LineEstimate line) {
        meters.link().estimated(line);
        watcher.accept(line);
    }
}
