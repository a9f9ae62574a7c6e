package io.pinhole.loadtest.local;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes what one channel brings over one way of a line to another channel. On the loop of both. */
final class OneWayHandler extends ChannelInboundHandlerAdapter {

    private final Channel from;
    private final Channel to;
    private final OneWay<ByteBuf> way;
    private final Consumer<OneWayHandler> ended;
    private @Nullable Future<?> timer;
    private boolean isHeld;
    private boolean isOver;

    /** @param ended told once, when nothing more will come or arrive */
    OneWayHandler(Channel from, Channel to, LineQuality quality, Consumer<OneWayHandler> ended) {
        this.from = from;
        this.to = to;
        this.way = new OneWay<>(quality, System.nanoTime());
        this.ended = ended;
    }

    void begin() {
        from.pipeline().addLast(this);
        from.config().setAutoRead(true);
    }

    void become(LineQuality quality) {
        way.become(quality, System.nanoTime());
        move();
    }

    /** Nothing arrives, not even an end, until it is let go. */
    void hold() {
        isHeld = true;
    }

    void letGo() {
        isHeld = false;
        move();
    }

    long carried() {
        return way.carried(System.nanoTime());
    }

    /** Ends both channels; what is on the way is lost. */
    void cut() {
        end();
        from.close();
        to.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf packet = (ByteBuf) message;
        if (isOver) {
            packet.release();
            return;
        }
        way.add(packet, packet.readableBytes(), System.nanoTime());
        move();
    }

    /** The other end is told when all has arrived. */
    @Override
    public void channelInactive(ChannelHandlerContext context) {
        move();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private void move() {
        if (isOver || isHeld) {
            return;
        }
        way.arrived(System.nanoTime()).forEach(to::write);
        to.flush();
        if (!to.isActive()) {
            end(); // nobody takes it any more; what is on the other way still arrives
            return;
        }
        from.config().setAutoRead(!way.isFull());
        if (timer != null) {
            timer.cancel(false);
        }
        OptionalLong next = way.nextAt();
        if (next.isPresent()) {
            timer = from.eventLoop().schedule(this::move, next.getAsLong() - System.nanoTime(), TimeUnit.NANOSECONDS);
        } else if (!from.isActive()) {
            end();
            to.close();
        }
    }

    private void end() {
        if (timer != null) {
            timer.cancel(false);
        }
        if (!isOver) {
            isOver = true;
            way.clear().forEach(ByteBuf::release);
            ended.accept(this);
        }
    }
}
