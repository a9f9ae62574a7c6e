package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.local.Launcher;
import io.pinhole.loadtest.local.LineQuality;
import io.pinhole.loadtest.local.LocalLine;
import io.pinhole.loadtest.local.LocalLine.Carried;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lines that are programs of ours between sockets of the loopback: needs no rights. */
final class UserSpaceGround implements Ground {

    @Override
    public Site open(Run run, long zero) {
        return new Loopback(run);
    }

    private static final class Loopback implements Site {

        private final Run run;
        private final List<LocalLine> lines = new ArrayList<>();

        Loopback(Run run) {
            this.run = run;
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
        public InetSocketAddress route(Place place, InetSocketAddress relay) throws InterruptedException {
            if (place == Place.NEAR) {
                return relay;
            }
            Way way = run.scene().line().up();
            LocalLine line = LocalLine.to(
                    relay, new LineQuality(way.kilobitsPerSecond() * 1000L, Duration.ofMillis(way.delayMillis())));
            lines.add(line);
            return line.address();
        }

        @Override
        public Carried carried() throws InterruptedException {
            return lines.get(0).carried();
        }

        @Override
        public void close() {
            lines.forEach(LocalLine::close);
        }
    }
}
