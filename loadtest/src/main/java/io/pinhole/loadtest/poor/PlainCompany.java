package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.local.Program;
import io.pinhole.loadtest.poor.plain.PlainParticipant;
import io.pinhole.loadtest.poor.plain.PlainRelay;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the product is compared with: one queue, first in, first out. */
final class PlainCompany implements Company {

    private static final Pattern PRINTED = Pattern.compile("listens (?<port>\\d+) (?<print>\\p{XDigit}{64})\\R");

    private final Run run;
    private final Site site;
    private final Program relay;
    private final InetSocketAddress address;
    private final String fingerprint;

    PlainCompany(Run run, Site site, Path folder) throws IOException, InterruptedException {
        this.run = run;
        this.site = site;
        this.relay = site.launcher(Place.NEAR, PlainRelay.class)
                .start(List.of(site.host(), folder.resolve("relay").toString()), folder.resolve("relay.log"));
        try {
            Matcher printed = Printed.await(relay, PRINTED);
            address = new InetSocketAddress(site.host(), Integer.parseInt(printed.group("port")));
            fingerprint = printed.group("print");
        } catch (IOException | InterruptedException | RuntimeException e) {
            relay.close();
            throw e;
        }
    }

    @Override
    public Program enter(Seat seat, long zero) throws IOException, InterruptedException {
        InetSocketAddress route = site.route(seat.place(), address);
        List<String> arguments = new ArrayList<>(List.of("--host", route.getHostString()));
        arguments.addAll(List.of("--port", String.valueOf(route.getPort()), "--trust", fingerprint));
        arguments.addAll(List.of("--events", seat.events().toString(), "--start-at", String.valueOf(zero)));
        if (seat.talks()) {
            arguments.addAll(List.of("--voice", run.scene().speech().option()));
        }
        if (run.load() != Load.VOICE) {
            arguments.addAll(List.of("--note-every", String.valueOf(OwnCompany.NOTE_MILLIS)));
            arguments.addAll(List.of("--note-bytes", String.valueOf(OwnCompany.NOTE_BYTES)));
        }
        return site.launcher(seat.place(), PlainParticipant.class).start(arguments, seat.log());
    }

    /** Notes need nothing to be written on. */
    @Override
    public List<String> prepare(Seat seat) {
        return List.of();
    }

    @Override
    public List<String> share(List<Path> photos, int second) {
        return photos.stream().map(photo -> second + " " + photo).toList();
    }

    /** All comes in the order in which it was sent, whatever one looks at. */
    @Override
    public List<String> open(String photo) {
        return List.of();
    }

    @Override
    public void close() {
        relay.close();
    }
}
