package io.pinhole.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pinhole.client.ClientConfig;
import io.pinhole.client.Download;
import io.pinhole.client.Drawing;
import io.pinhole.client.Pin;
import io.pinhole.client.PinholeClient;
import io.pinhole.client.PreparedPhoto;
import io.pinhole.client.PreparedRendition;
import io.pinhole.client.Share;
import io.pinhole.client.Transport;
import io.pinhole.client.Trust;
import io.pinhole.client.desktop.DesktopRenditions;
import io.pinhole.loadtest.local.LineQuality;
import io.pinhole.loadtest.local.LocalLine;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.jpeg.CleanJpeg;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.WidgetKind;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection that stands still while others would pass, at a real relay. */
@Timeout(120)
class StalledLineIT {

    private static final LineQuality LINE = new LineQuality(256_000, Duration.ofMillis(20));

    /** What the line of this test and its answers hold: 32 bytes a millisecond, for about half a second. */
    private static final long WINDOW_BYTES = 16 * 1024;

    /** So long that no handshake over it ends while this test lasts. */
    private static final LineQuality ENDLESS = new LineQuality(256_000, Duration.ofSeconds(30));

    @TempDir
    private Path data;

    private final Recorder heardByAnna = new Recorder();
    private final Recorder heardByBen = new Recorder();
    private final CleanJpeg file = photo();
    private TestRelay relay;
    private LocalLine line;
    private PinholeClient anna;
    private PinholeClient ben;

    @BeforeEach
    void start() throws IOException {
        relay = new TestRelay(data);
    }

    @AfterEach
    void stop() {
        anna.close();
        ben.close();
        anna.ended().join();
        ben.ended().join();
        line.close();
        relay.close();
    }

    static Stream<Transport> transports() {
        return Stream.of(Transport.tcp(), Transport.webSocket());
    }

    @ParameterizedTest
    @MethodSource("transports")
    void theCallGoesOnByAnotherConnectionAndNothingIsLostOrSentTwiceButAWindow(Transport transport)
            throws InterruptedException {
        join(transport);
        Share share = anna.share(PreparedPhoto.of("Retina", PreparedRendition.of(Rendition.WORKING, file)));
        PhotoId photo = heardByBen.firstPhoto.join();
        Download download = ben.open(photo, Rendition.WORKING);
        Drawing annas = anna.follow(photo);
        Drawing bens = ben.follow(photo);
        await().until(() -> heardByBen.bytesReceived.get() > 20_000);

        line.hold(LINE);
        annas.create(WidgetKind.ARROW, arrow(1));
        CompletableFuture<Pin> drawn = annas.stored();
        say(anna, 1);
        await().until(() -> heardByAnna.resumes.get() == 1);
        annas.create(WidgetKind.ARROW, arrow(2));

        assertThat(download.complete().join()).isEqualTo(file.bytes());
        share.stored().join();
        drawn.join();
        await().until(() -> bens.snapshot().widgets().size() == 2);
        int before = heardByBen.said.size();
        say(anna, 2);
        await().until(() -> heardByBen.said.size() > before);
        say(ben, 3);
        await().until(() -> heardByAnna.said.size() == 1);
        assertThat(heardByAnna.bytesSent.get() - file.bytes().length).isBetween(0L, WINDOW_BYTES);
        assertThat(heardByBen.bytesReceived).hasValue(file.bytes().length);

        line.letGo(); // the old connection's end takes nothing away
        say(ben, 4);
        await().until(() -> heardByAnna.said.size() == 2);
        assertThat(ben.call().participants().values()).allMatch(other -> other.presence() == Presence.HERE);
        assertThat(heardByAnna.resumes).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void whenTheLineMovesAgainBeforeAnotherIsThereTheConnectionGoesOn(Transport transport) throws InterruptedException {
        join(transport);
        line.hold(ENDLESS);
        say(anna, 1);
        await().until(() -> line.connections() > 1); // one has begun its handshakes
        line.letGo();

        await().until(() -> heardByBen.said.size() == 1);
        say(anna, 2);
        say(ben, 3);
        await().until(() -> heardByBen.said.size() == 2 && heardByAnna.said.size() == 1);
        assertThat(heardByAnna.resumes).hasValue(0);
        assertThat(heardByAnna.losses).isEmpty();
    }

    private void join(Transport transport) {
        try {
            ClientConfig direct = relay.reach(transport).token("none").build();
            line = LocalLine.to(new InetSocketAddress(InetAddress.getLoopbackAddress(), direct.port()), LINE);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        anna = TestRelay.join(
                ClientConfig.to("127.0.0.1", line.address().getPort())
                        .transport(transport)
                        .trust(Trust.fingerprint(relay.fingerprint()))
                        .token(relay.token("anna", Role.FIELD_OPERATOR)),
                heardByAnna);
        ben = relay.join("ben", Role.EXPERT, heardByBen);
        await().until(() -> anna.call().participants().size() == 1);
    }

    private static void say(PinholeClient who, int what) {
        who.speak(new byte[] {(byte) what}, Voice.Duration.MILLIS_20, 9);
    }

    private static Fields arrow(int x) {
        return Fields.builder()
                .geometry(new Geometry(1000 * x, 9000, -3000, 1000))
                .build();
    }

    /** Small, as every buffer is tracked here, which makes photos slow. */
    private static CleanJpeg photo() {
        try (InputStream in = StalledLineIT.class.getResourceAsStream("/photos/retina.jpg")) {
            return DesktopRenditions.of(in.readAllBytes(), 900).working().orElseThrow();
        } catch (IOException | RefusedException e) {
            throw new AssertionError(e);
        }
    }
}
