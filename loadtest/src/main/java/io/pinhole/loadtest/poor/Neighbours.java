package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.local.Program;
import io.pinhole.loadtest.poor.plain.Neighbour;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Somebody who uses the line as well, for a time. */
final class Neighbours implements AutoCloseable {

    private static final Pattern PRINTED = Pattern.compile("listens (\\d+)\\R");

    private final List<Program> programs = new ArrayList<>();

    private final Run run;
    private final Site site;

    Neighbours(Run run, Site site) {
        this.run = run;
        this.site = site;
    }

    /** @param zero when the seconds of the run begin */
    void moveIn(long zero, Path folder) throws IOException, InterruptedException {
        for (Change change : run.scene().changes()) {
            if (change instanceof Change.Beside beside) {
                moveIn(new Span(zero + nanos(beside.from()), zero + nanos(beside.to())), folder);
            }
        }
    }

    private static long nanos(int seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    private void moveIn(Span span, Path folder) throws IOException, InterruptedException {
        boolean isUp = run.direction() == Direction.UP;
        Path log = folder.resolve("neighbour-near.log");
        Program near = site.launcher(Place.NEAR, Neighbour.class)
                .start(List.of("listen", site.host(), isUp ? "receive" : "send", from(span), to(span)), log);
        programs.add(near);
        InetSocketAddress route = site.route(Place.FAR, new InetSocketAddress(site.host(), port(near)));
        programs.add(site.launcher(Place.FAR, Neighbour.class)
                .start(
                        List.of(
                                "connect",
                                route.getHostString(),
                                String.valueOf(route.getPort()),
                                isUp ? "send" : "receive",
                                from(span),
                                to(span)),
                        folder.resolve("neighbour-far.log")));
    }

    private static String from(Span span) {
        return String.valueOf(span.from());
    }

    private static String to(Span span) {
        return String.valueOf(span.to());
    }

    private static int port(Program near) throws IOException, InterruptedException {
        return Integer.parseInt(Printed.await(near, PRINTED).group(1));
    }

    @Override
    public void close() {
        programs.forEach(Program::close);
    }
}
