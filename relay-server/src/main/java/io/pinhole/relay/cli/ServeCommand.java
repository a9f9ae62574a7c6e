package io.pinhole.relay.cli;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.link.WebSockets;
import io.pinhole.relay.RelayServer;
import io.pinhole.relay.auth.Grant;
import io.pinhole.relay.config.LogFormat;
import io.pinhole.relay.config.RelayConfig;
import io.pinhole.relay.config.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a relay until it is told to stop. */
@Command(name = "serve", description = "Run a relay. No configuration is needed.")
public final class ServeCommand implements Callable<Integer> {

    private static final Duration TRIAL = Duration.ofHours(12);

    @Spec
    private CommandSpec spec;

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Where clients connect (default: 0.0.0.0:4433).")
    private @Nullable String listen;

    @Option(names = "--http", paramLabel = "HOST:PORT", description = "Where browsers connect (default: 0.0.0.0:8443).")
    private @Nullable String http;

    @Option(
            names = "--ops",
            paramLabel = "HOST:PORT",
            description = "Where metrics and probes are answered (default: 127.0.0.1:9464).")
    private @Nullable String ops;

    @Option(names = "--behind-proxy", description = "Speak plain HTTP to browsers: a proxy in front does TLS.")
    private boolean behindProxy;

    @Option(names = "--print-config", description = "Print the effective configuration, without secrets, and stop.")
    private boolean printConfig;

    @Override
    public Integer call() throws IOException {
        Settings effective = settings.load(options());
        PrintWriter out = spec.commandLine().getOut();
        if (printConfig) {
            out.println(effective.print());
            return ExitCode.OK;
        }
        RelayConfig config = effective.relay();
        useLog(config.logFormat());
        try (RelayServer relay = RelayServer.start(config)) {
            Stop stop = new Stop();
            stop.heedSignals();
            Runtime.getRuntime().addShutdownHook(new Thread(relay::close, "shutdown")); // whoever else ends Java
            relay.storeFailure().thenAccept(failure -> stop.ask(Stop.STORE_FAILED, "the store has failed"));
            welcome(relay, config, out);
            return stop.await();
        }
    }

    private Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        if (listen != null) {
            options.put("listen", listen);
        }
        if (http != null) {
            options.put("http", http);
        }
        if (ops != null) {
            options.put("ops", ops);
        }
        if (behindProxy) {
            options.put("behind-proxy", "true");
        }
        return options;
    }

    /** Must come before the first logger is asked for. */
    private static void useLog(LogFormat format) {
        System.setProperty(
                "logback.configurationFile", "logback-" + format.name().toLowerCase(Locale.ROOT) + ".xml");
    }

    private void welcome(RelayServer relay, RelayConfig config, PrintWriter out) {
        out.println("Pinhole relay");
        out.println("  clients      tls://" + relay.linkAddress());
        String s = config.http().tls() ? "s" : "";
        out.println("  websocket    ws" + s + "://" + relay.httpAddress() + WebSockets.PATH);
        out.println("  http         http" + s + "://" + relay.httpAddress());
        out.println("  operations   http://" + relay.opsAddress() + "/metrics, /livez, /readyz");
        out.println("  data         " + config.data());
        out.println("  fingerprint  " + relay.fingerprint());
        out.println();
        out.println("A trial call: join it from two other terminals (tokens hold for " + TRIAL.toHours() + " hours).");
        invite(relay, out, "operator", "operator", Role.FIELD_OPERATOR, ClientKind.MOBILE);
        invite(relay, out, "expert", "expert", Role.EXPERT, ClientKind.DESKTOP);
        out.flush();
    }

    private static void invite(
            RelayServer relay, PrintWriter out, String title, String identity, Role role, ClientKind client) {
        Grant grant = new Grant(new CallId("trial"), new PersonId(identity), title, role, client, Optional.empty());
        out.println();
        out.println("  " + title + ":");
        out.println("  ./pinhole join --connect tls://127.0.0.1:"
                + relay.linkAddress().port() + " --trust " + relay.fingerprint() + " --voice 40:20 --token "
                + relay.tokens().issue(grant, TRIAL));
    }
}
