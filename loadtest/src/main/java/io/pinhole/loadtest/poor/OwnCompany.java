package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.Main;
import io.pinhole.loadtest.local.LocalRelay;
import io.pinhole.loadtest.local.Program;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Role;
import io.pinhole.relay.auth.Grant;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The product: its relay, and two participants. */
final class OwnCompany implements Company {

    /** With the ids and lengths around it, a note takes about 80 bytes. */
    static final int NOTE_CHARACTERS = 56;

    static final int NOTE_BYTES = 80;
    static final int NOTE_MILLIS = 200;

    private static final CallId CALL = new CallId("poor-line");

    private final Run run;
    private final Site site;
    private final Path sheet;
    private final LocalRelay relay;

    OwnCompany(Run run, Site site, Path folder) throws IOException, InterruptedException {
        this.run = run;
        this.site = site;
        this.sheet = Files.write(folder.resolve("sheet.jpg"), Pictures.sheet());
        this.relay = LocalRelay.start(
                site.launcher(Place.NEAR, io.pinhole.relay.Main.class),
                site.host(),
                Files.createDirectory(folder.resolve("relay")));
    }

    @Override
    public Program enter(Seat seat, long zero) throws IOException, InterruptedException {
        Path token = seat.folder().resolve(seat.word() + ".token");
        Files.writeString(token, relay.token(grant(seat)));
        List<String> arguments = new ArrayList<>(List.of("join", "--script", "-"));
        arguments.addAll(List.of("--connect", address(seat.place())));
        arguments.addAll(List.of("--trust", relay.fingerprint(), "--token-file", token.toString()));
        arguments.addAll(List.of("--events", seat.events().toString(), "--start-at", String.valueOf(zero)));
        if (seat.talks()) {
            arguments.addAll(List.of("--voice", run.scene().speech().option()));
        }
        if (run.load() != Load.VOICE) {
            arguments.addAll(List.of("--note-every", String.valueOf(NOTE_MILLIS)));
            arguments.addAll(List.of("--note-text", String.valueOf(NOTE_CHARACTERS)));
        }
        if (!seat.sends() && !run.scene().isAlbum()) {
            arguments.addAll(
                    List.of("--save-photos", seat.folder().resolve("saved").toString()));
        }
        return site.launcher(seat.place(), Main.class).start(arguments, seat.log());
    }

    private static Grant grant(Seat seat) {
        Role role = seat.sends() ? Role.FIELD_OPERATOR : Role.EXPERT;
        ClientKind client = seat.sends() ? ClientKind.MOBILE : ClientKind.DESKTOP;
        return new Grant(CALL, new PersonId(seat.word()), seat.word(), role, client, Optional.empty());
    }

    private String address(Place place) throws InterruptedException {
        if (run.transport() == Transport.TLS) {
            return "tls://" + authority(site.route(place, relay.link()));
        }
        URI web = URI.create(relay.webSocket());
        return web.getScheme() + "://" + authority(site.route(place, relay.web())) + web.getPath();
    }

    private static String authority(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }

    @Override
    public List<String> prepare(Seat seat) {
        return seat.sends()
                ? List.of(
                        "0 mode photo",
                        "0 photo as-is " + sheet + " sheet",
                        "0 follow last",
                        "0 text 9000 9000 note",
                        "")
                : List.of("0 follow last", "0 text 9000 30000 note", "");
    }

    @Override
    public List<String> share(List<Path> photos, int second) {
        List<String> lines = new ArrayList<>();
        photos.forEach(photo -> lines.add(second + " photo as-is " + photo + " " + photo.getFileName()));
        lines.add("");
        return lines;
    }

    @Override
    public List<String> open(String photo) {
        return List.of("0 open " + photo, "");
    }

    @Override
    public void close() {
        relay.close();
    }
}
