package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.link.ModelLink;
import java.util.function.Consumer;

/** One connection of a person: both ends, and the bytes between them. What is on its way is lost when it is cut. */
final class Line {

    private final ModelLink client = new ModelLink(FrameType.Sender.RELAY);
    private final Seat seat;
    private final Wire up;
    private final Wire down;
    private boolean isStalled;

    Line(Seat seat, ModelClock clock, Consumer<ServerFrame> hears) {
        this.seat = seat;
        this.up = new Wire(client, seat.link(), clock, frame -> seat.received((ClientFrame) frame));
        this.down = new Wire(seat.link(), client, clock, frame -> hears.accept((ServerFrame) frame));
    }

    Seat seat() {
        return seat;
    }

    void send(ClientFrame frame) {
        client.send(frame);
    }

    Wire up() {
        return up;
    }

    Wire down() {
        return down;
    }

    /** Nothing comes down while it is; what waits at the relay is merged, or gives way to snapshots. */
    boolean isStalled() {
        return isStalled;
    }

    void stall(boolean stalled) {
        isStalled = stalled;
    }

    void close() {
        client.close();
        seat.link().close();
    }
}
