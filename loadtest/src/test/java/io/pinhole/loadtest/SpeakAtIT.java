package io.pinhole.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pinhole.client.CallAdapter;
import io.pinhole.client.ClientConfig;
import io.pinhole.client.PinholeClient;
import io.pinhole.client.Transport;
import io.pinhole.client.Trust;
import io.pinhole.loadtest.local.LineQuality;
import io.pinhole.loadtest.local.LocalLine;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.SpeakAt;
import io.pinhole.protocol.frame.Voice;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How people are told to speak, one of them on a line of 40 kbit/s. */
@Timeout(120)
class SpeakAtIT {

    private static final LineQuality SLOW = new LineQuality(40_000, Duration.ofMillis(50));
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final SpeakAt FIRST = new SpeakAt(16_000, 20, 60);
    private static final SpeakAt FOR_SLOW = new SpeakAt(8_000, 60, 120);

    @TempDir
    private Path data;

    private final ScheduledExecutorService mouths = Executors.newSingleThreadScheduledExecutor();
    private final Told toldToAnna = new Told();
    private final Told toldToBen = new Told();
    private TestRelay relay;
    private LocalLine line;
    private PinholeClient anna;
    private PinholeClient ben;

    private static final class Told extends CallAdapter {

        final List<SpeakAt> all = new CopyOnWriteArrayList<>();

        @Override
        public void speakAt(SpeakAt speakAt) {
            all.add(speakAt);
        }

        boolean isLast(SpeakAt one) {
            return !all.isEmpty() && all.get(all.size() - 1).equals(one);
        }
    }

    @BeforeEach
    void joinOneOnASlowLine() throws IOException, InterruptedException {
        relay = new TestRelay(data, Map.of());
        line = LocalLine.to(new InetSocketAddress("127.0.0.1", relay.port()), SLOW);
        anna = TestRelay.join(
                ClientConfig.to("127.0.0.1", line.address().getPort())
                        .trust(Trust.fingerprint(relay.fingerprint()))
                        .token(relay.token("anna", Role.FIELD_OPERATOR)),
                toldToAnna);
        ben = relay.join(Transport.tcp(), "ben", Role.EXPERT, toldToBen);
        await().until(() -> ben.call().participants().size() == 1);
    }

    @AfterEach
    void leave() {
        mouths.shutdownNow();
        anna.close();
        ben.close();
        anna.ended().join();
        ben.ended().join();
        line.close();
        relay.close();
    }

    @Test
    void everybodyIsToldAtOnceHowToBegin() {
        await().until(() -> !toldToAnna.all.isEmpty() && !toldToBen.all.isEmpty());
        assertThat(toldToAnna.all.get(0)).isEqualTo(FIRST);
        assertThat(toldToBen.all.get(0)).isEqualTo(FIRST);
    }

    @Test
    void whoTalksToASlowLineIsToldToUseLess() {
        talk(ben);
        await().atMost(PATIENCE).until(() -> toldToBen.isLast(FOR_SLOW));
    }

    @Test
    void whoTalksFromASlowLineIsToldToUseLess() {
        talk(anna);
        await().atMost(PATIENCE).until(() -> toldToAnna.isLast(FOR_SLOW));
    }

    private void talk(PinholeClient client) {
        mouths.scheduleAtFixedRate(
                () -> client.speak(new byte[40], Voice.Duration.MILLIS_20, 9), 0, 20, TimeUnit.MILLISECONDS);
    }
}
