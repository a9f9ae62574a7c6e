package io.pinhole.loadtest.local;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayDeque;
import java.util.Deque;

/** Takes what one channel brings over one way of a line to another channel. On the loop of both. */
final class OneWayHandler extends ChannelInboundHandlerAdapter {

    private final Channel from;
    private final Channel to;
    private final Lane lane;
    private final Deque<ByteBuf> held = new ArrayDeque<>();
    private int onTheWay;
    private boolean isHeld;
    private boolean isOver;

    OneWayHandler(Channel from, Channel to, Lane lane) {
        this.from = from;
        this.to = to;
        this.lane = lane;
    }

    void begin() {
        from.pipeline().addLast(this);
        lane.enter(this);
    }

    boolean isOver() {
        return isOver;
    }

    void read(boolean hasRoom) {
        from.config().setAutoRead(hasRoom);
    }

    /** Nothing arrives, not even an end, until it is let go. */
    void hold() {
        isHeld = true;
    }

    void letGo() {
        isHeld = false;
        held.forEach(to::write);
        held.clear();
        flush();
    }

    /** Ends both channels; what is on the way is lost. */
    void cut() {
        end();
        from.close();
        to.close();
    }

    /** Something has come out at the other end, in order. */
    void arrived(ByteBuf packet) {
        onTheWay--;
        if (isOver) {
            packet.release();
        } else if (isHeld) {
            held.add(packet);
        } else {
            to.write(packet);
        }
    }

    /** After all that has come out at the same time. */
    void flush() {
        if (isOver || isHeld) {
            return;
        }
        to.flush();
        if (!to.isActive()) {
            end(); // nobody takes it any more; what is on the other way still arrives
        } else {
            closeAfterAll();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf packet = (ByteBuf) message;
        if (isOver) {
            packet.release();
            return;
        }
        onTheWay++;
        lane.add(this, packet);
    }

    /** The other end is told when all has arrived. */
    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (!isOver) {
            closeAfterAll();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private void closeAfterAll() {
        if (onTheWay == 0 && !isHeld && !from.isActive()) {
            end();
            to.close();
        }
    }

    private void end() {
        isOver = true;
        held.forEach(ByteBuf::release);
        held.clear();
        lane.leave(this);
    }
}
