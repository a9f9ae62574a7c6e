package io.pinhole.loadtest.local;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One way of a line with all connections that share it. On the line's loop. */
final class Lane {

    private final EventLoop loop;
    private final OneWay<Parcel> way;
    private final Set<OneWayHandler> users = new HashSet<>();
    private @Nullable Future<?> timer;

    private record Parcel(OneWayHandler user, ByteBuf packet) {}

    Lane(EventLoop loop, LineQuality quality, RandomGenerator random) {
        this.loop = loop;
        this.way = new OneWay<>(quality, random, System.nanoTime());
    }

    void enter(OneWayHandler user) {
        users.add(user);
        user.read(!way.isFull());
    }

    void leave(OneWayHandler user) {
        users.remove(user);
    }

    int users() {
        return users.size();
    }

    void become(LineQuality quality) {
        way.become(quality, System.nanoTime());
        move();
    }

    void pause(long until) {
        way.pause(until, System.nanoTime());
        move();
    }

    long carried() {
        return way.carried(System.nanoTime());
    }

    void add(OneWayHandler user, ByteBuf packet) {
        way.add(new Parcel(user, packet), packet.readableBytes(), System.nanoTime());
        move();
    }

    /** What is on the way is lost. */
    void clear() {
        way.clear().forEach(parcel -> parcel.packet.release());
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void move() {
        Set<OneWayHandler> reached = new LinkedHashSet<>();
        way.arrived(System.nanoTime()).forEach(parcel -> {
            parcel.user.arrived(parcel.packet);
            reached.add(parcel.user);
        });
        reached.forEach(OneWayHandler::flush);
        boolean hasRoom = !way.isFull();
        users.forEach(user -> user.read(hasRoom));
        if (timer != null) {
            timer.cancel(false);
        }
        way.nextAt()
                .ifPresent(next -> timer = loop.schedule(this::move, next - System.nanoTime(), TimeUnit.NANOSECONDS));
    }
}
