package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.local.Launcher;
import io.pinhole.loadtest.local.LineQuality;
import io.pinhole.loadtest.local.LocalLine;
import io.pinhole.loadtest.local.LocalLine.Carried;
import io.pinhole.loadtest.local.LocalLine.Ways;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** All places are the loopback; who is far connects by a line of his own. */
final class LoopbackSite implements Site {

    private final Run run;
    private long zero;
    private final Map<Place, LocalLine> lines = new EnumMap<>(Place.class);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "changes of the line");
        thread.setDaemon(true);
        return thread;
    });

    LoopbackSite(Run run) {
        this.run = run;
    }

    @Override
    public void begin(long moment) {
        zero = moment;
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public Launcher launcher(Place place, Class<?> program) {
        return Launcher.shortLived(program.getName());
    }

    @Override
    public InetSocketAddress route(Place place, InetSocketAddress server) throws InterruptedException {
        if (place == Place.NEAR) {
            return server;
        }
        LocalLine known = lines.get(place);
        if (known != null) {
            return known.doorTo(server);
        }
        Line line = run.scene().line();
        LocalLine made = LocalLine.to(
                server,
                new Ways(quality(line.up()), quality(line.down()), place == Place.FAR ? run.number() : -run.number()));
        lines.put(place, made);
        run.scene().changes().forEach(change -> plan(change, made));
        return made.address();
    }

    private static LineQuality quality(Way way) {
        return new LineQuality(
                way.kilobitsPerSecond() * 1000L,
                Duration.ofMillis(way.delayMillis()),
                Duration.ZERO,
                way.lossPercent() / 100,
                way.queueBytes());
    }

    private void plan(Change change, LocalLine line) {
        if (change instanceof Change.Outage outage) {
            at(outage.from(), () -> line.pause(Duration.ofSeconds(outage.to() - outage.from())));
        } else if (change instanceof Change.Rate rate) {
            long bitsPerSecond = rate.kilobitsPerSecond() * 1000L;
            Line before = run.scene().line();
            at(
                    rate.at(),
                    () -> line.become(
                            quality(before.up()).at(bitsPerSecond),
                            quality(before.down()).at(bitsPerSecond)));
        }
    }

    /** What happens to a line. */
    private interface Happening {
        void happen() throws InterruptedException;
    }

    private void at(int second, Happening what) {
        long wait = zero + TimeUnit.SECONDS.toNanos(second) - System.nanoTime();
        clock.schedule(
                () -> {
                    what.happen();
                    return second;
                },
                wait,
                TimeUnit.NANOSECONDS);
    }

    @Override
    public Carried carried() throws InterruptedException {
        LocalLine line = lines.get(Place.FAR);
        return line == null ? new Carried(0, 0) : line.carried();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        lines.values().forEach(LocalLine::close);
    }
}
