package io.pinhole.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pinhole.client.Download;
import io.pinhole.client.PinholeClient;
import io.pinhole.client.Share;
import io.pinhole.client.Transport;
import io.pinhole.client.desktop.DesktopRenditions;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Voice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two in a call, one over TLS and one over WebSocket, at a real relay. */
@Timeout(120)
class WebSocketIT {

    private static final Transport TCP = Transport.tcp();
    private static final Transport WEB_SOCKET = Transport.webSocket();

    @TempDir
    private Path data;

    private final Recorder heardByAnna = new Recorder();
    private final Recorder heardByBen = new Recorder();
    private final DesktopRenditions files = files();
    private TestRelay relay;

    @BeforeEach
    void start() throws IOException {
        relay = new TestRelay(data);
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    static Stream<List<Transport>> operatorAndExpert() {
        return Stream.of(List.of(TCP, WEB_SOCKET), List.of(WEB_SOCKET, TCP), List.of(WEB_SOCKET, WEB_SOCKET));
    }

    @ParameterizedTest
    @MethodSource("operatorAndExpert")
    void voiceGoesBothWays(List<Transport> transports) {
        try (AnnaAndBen two = join(transports)) {
            for (int i = 1; i <= 3; i++) {
                two.anna().speak(new byte[] {1, (byte) i}, Voice.Duration.MILLIS_20, 9);
                two.ben().speak(new byte[] {2, (byte) i}, Voice.Duration.MILLIS_20, 9);
            }
            await().until(() -> heardByAnna.said.size() == 3 && heardByBen.said.size() == 3);
            assertThat(heardByBen.said).containsExactly(new byte[] {1, 1}, new byte[] {1, 2}, new byte[] {1, 3});
            assertThat(heardByAnna.said).containsExactly(new byte[] {2, 1}, new byte[] {2, 2}, new byte[] {2, 3});
        }
    }

    @ParameterizedTest
    @MethodSource("operatorAndExpert")
    void bothRenditionsArriveAsTheyWereAndAllIsTold(List<Transport> transports) {
        try (AnnaAndBen two = join(transports)) {
            Share share = two.anna().share(files.prepared("Retina"));
            PhotoId photo = heardByBen.firstPhoto.join();
            two.ben().view(photo, true);
            Download working = two.ben().open(photo, Rendition.WORKING);
            Download original = two.ben().open(photo, Rendition.ORIGINAL);
            assertThat(working.complete().join())
                    .isEqualTo(files.working().orElseThrow().bytes());
            assertThat(original.complete().join()).isEqualTo(files.original().bytes());
            share.stored().join();
            await().until(() -> share.seenBy(Rendition.ORIGINAL).size() == 1);

            assertThat(heardByAnna.views).extracting(view -> view.photo()).containsExactly(Optional.of(photo));
            Share second = two.anna().share(files.prepared("Again"));
            await().until(() -> heardByBen.shots.size() == 1);
            assertThat(heardByBen.shots.get(0).photo()).isEqualTo(second.photo());
        }
    }

    @Test
    void whoLosesTheConnectionComesBackInMidPhoto() {
        try (AnnaAndBen two = join(List.of(WEB_SOCKET, TCP))) {
            heardByBen.onReceived = piece -> {
                heardByBen.onReceived = later -> {};
                two.anna().networkChanged();
            };
            Share share = two.anna().share(files.prepared("Retina"));
            PhotoId photo = heardByBen.firstPhoto.join();
            assertThat(two.ben().open(photo, Rendition.WORKING).complete().join())
                    .isEqualTo(files.working().orElseThrow().bytes());
            share.stored().join();
            assertThat(heardByAnna.resumes).hasValue(1);
        }
    }

    @ParameterizedTest
    @MethodSource("operatorAndExpert")
    void aSecretFromOneTransportIsGoodOnTheOther(List<Transport> transports) {
        try (AnnaAndBen two = join(transports)) {
            var secret = two.anna().resumption().orElseThrow();
            Transport other = transports.get(0).equals(TCP) ? WEB_SOCKET : TCP;
            Recorder heardOnReturn = new Recorder();
            try (PinholeClient returned = TestRelay.join(relay.reach(other).resume(secret), heardOnReturn)) {
                assertThat(returned.joined().join().resumed()).isTrue();
                assertThat(two.anna().ended().join().code()).contains(Code.REPLACED);
                assertThat(two.ben().call().participants().values())
                        .allMatch(participant -> participant.presence() == Presence.HERE);
                two.ben().speak(new byte[] {2}, Voice.Duration.MILLIS_20, 9);
                await().until(() -> heardOnReturn.said.size() == 1);
            }
        }
    }

    @Test
    void onThisMachineItMayBePlain() throws IOException {
        relay.close();
        relay = new TestRelay(data, Map.of("http-plain", "true"));
        try (AnnaAndBen two = join(List.of(Transport.plainWebSocket("/call"), TCP))) {
            two.anna().speak(new byte[] {1}, Voice.Duration.MILLIS_20, 9);
            await().until(() -> heardByBen.said.size() == 1);
        }
    }

    @Test
    void whoLeavesIsGoneAtOnce() {
        try (AnnaAndBen two = join(List.of(WEB_SOCKET, WEB_SOCKET))) {
            assertThat(two.anna().leave().join().code()).contains(Code.LEFT);
            await().until(() -> two.ben().call().participants().isEmpty());
        }
    }

    @Test
    void aRelayThatStopsSaysSo() {
        try (AnnaAndBen two = join(List.of(WEB_SOCKET, TCP))) {
            relay.close();
            await().until(() -> !heardByAnna.losses.isEmpty());
            assertThat(heardByAnna.losses.get(0).code()).contains(Code.SHUTTING_DOWN);
            assertThat(two.anna().call().connected()).isFalse();
        }
    }

    private AnnaAndBen join(List<Transport> transports) {
        return AnnaAndBen.join(relay, transports, heardByAnna, heardByBen);
    }

    /** Small, as every buffer is tracked here, which makes photos slow. */
    private static DesktopRenditions files() {
        try (InputStream in = WebSocketIT.class.getResourceAsStream("/photos/retina.jpg")) {
            byte[] small = DesktopRenditions.of(in.readAllBytes(), 400)
                    .working()
                    .orElseThrow()
                    .bytes();
            return DesktopRenditions.of(small, 250);
        } catch (IOException | RefusedException e) {
            throw new AssertionError(e);
        }
    }
}
