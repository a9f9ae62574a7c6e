package io.pinhole.loadtest.demo;

import io.pinhole.protocol.frame.NewShot;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.View;
import io.pinhole.relay.RelayServer;
import io.pinhole.relay.RelayServer.Seams;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.auth.Permissions.Rule;
import io.pinhole.relay.call.Delivery;
import io.pinhole.relay.config.Settings;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Relays with one fault each, started and stopped like the real one. */
final class FaultyRelay {

    private FaultyRelay() {}

    /** Tells nobody what others look at. */
    static final class Blind {
        public static void main(String[] arguments) throws Exception {
            serve(arguments, withholding(frame -> frame instanceof View));
        }
    }

    /** Tells nobody of new shots, but in the list. */
    static final class Silent {
        public static void main(String[] arguments) throws Exception {
            serve(arguments, withholding(frame -> frame instanceof NewShot));
        }
    }

    /** Lets everybody do everything. */
    static final class Lenient {
        public static void main(String[] arguments) throws Exception {
            Permissions all = new Permissions(Arrays.stream(Right.values())
                    .collect(Collectors.toMap(Function.identity(), right -> Collections.nCopies(3, Rule.YES))));
            serve(arguments, new Seams(all, Delivery.FAITHFUL));
        }
    }

    private static Seams withholding(Predicate<ServerFrame> frames) {
        return new Seams(
                Permissions.standard(), (to, frame) -> Optional.of(frame).filter(frames.negate()));
    }

    private static void serve(String[] arguments, Seams seams) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            settings.put(arguments[i].substring("--".length()), arguments[i + 1]);
        }
        RelayServer relay = RelayServer.start(
                Settings.load(settings, Map.of(), Optional.empty()).relay(), seams);
        Runtime.getRuntime().addShutdownHook(new Thread(relay::close));
        System.out.println("  clients      tls://" + relay.linkAddress());
        System.out.println("  operations   http://" + relay.opsAddress() + "/metrics");
        System.out.println("  fingerprint  " + relay.fingerprint());
        new CountDownLatch(1).await();
    }
}
