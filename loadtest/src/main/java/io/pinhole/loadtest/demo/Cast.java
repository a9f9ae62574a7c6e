package io.pinhole.loadtest.demo;

import io.pinhole.loadtest.local.Launcher;
import io.pinhole.loadtest.local.LocalLine;
import io.pinhole.loadtest.local.LocalRelay;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lets people in. */
record Cast(LocalRelay relay, Lines lines, Props props, Launcher launcher) {

    Player enter(Part part) throws IOException {
        Path token = props.folder().resolve(part.word() + ".token");
        Files.writeString(token, relay.token(part.grant()));
        List<String> arguments = new ArrayList<>(List.of("join", "--script", "-"));
        arguments.addAll(List.of("--connect", address(part)));
        arguments.addAll(List.of("--trust", relay.fingerprint(), "--token-file", token.toString()));
        arguments.addAll(List.of("--events", props.events(part).toString()));
        if (part.isLead()) {
            arguments.addAll(List.of("--voice-file", props.speech().toString()));
        }
        if (part == Part.OPERATOR) {
            arguments.addAll(List.of("--shots", props.shots()));
        }
        if (part == Part.EXPERT) {
            arguments.addAll(List.of("--follow", "--save-photos", props.saved().toString()));
        }
        Path log = props.folder().resolve(part.word() + ".log");
        return new Player(part, launcher.start(arguments, log), props.events(part));
    }

    private String address(Part part) {
        return switch (part.transport()) {
            case TLS -> "tls://" + authority(part, relay.link());
            case WSS -> {
                URI web = URI.create(relay.webSocket());
                yield web.getScheme() + "://" + authority(part, relay.web()) + web.getPath();
            }
            case HTTPS -> throw new IllegalArgumentException("the " + part.word() + " does not join");
        };
    }

    /** Where somebody connects, perhaps by a line that leads there. */
    private String authority(Part part, InetSocketAddress there) {
        InetSocketAddress address = lines.of(part).map(LocalLine::address).orElse(there);
        return address.getHostString() + ":" + address.getPort();
    }
}
