package io.pinhole.loadtest.demo;

import io.pinhole.loadtest.local.Program;
import io.pinhole.relay.RelayServer;
import io.pinhole.relay.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A relay in this process with one planted fault; it says where it listens as the real one does. */
record FaultyRelay(RelayServer server, Path log) implements Program {

    /** @param arguments of the command serve */
    static Program start(Fault fault, List<String> arguments, Path log) throws IOException {
        Map<String, String> settings = new HashMap<>();
        for (int i = 1; i < arguments.size(); i += 2) {
            settings.put(arguments.get(i).substring("--".length()), arguments.get(i + 1));
        }
        RelayServer server = RelayServer.start(
                Settings.load(settings, Map.of(), Optional.empty()).relay(), fault.seams());
        Files.write(
                log,
                List.of(
                        "  clients      tls://" + server.linkAddress(),
                        "  websocket    wss://" + server.httpAddress() + "/call",
                        "  operations   http://" + server.opsAddress() + "/metrics",
                        "  fingerprint  " + server.fingerprint()));
        return new FaultyRelay(server, log);
    }

    @Override
    public void type(List<String> lines) {
        throw new UnsupportedOperationException("a relay does not read");
    }

    @Override
    public Optional<Integer> await(long time, TimeUnit unit) {
        return Optional.empty();
    }

    @Override
    public void close() {
        server.close();
    }
}
