package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.Open;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Stamp;
import io.pinhole.relay.fixture.Jpegs;
import io.pinhole.relay.fixture.Patience;
import io.pinhole.relay.fixture.RawClient;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client that stops reading its socket in the middle of a photo costs the relay little, and nobody else anything. */
class SlowReceiverIT {

    private static final int MOST_BYTES = 1 << 20;

    /** Read before it stops, so that the relay has taken its line for a good one and opened its window. */
    private static final int READ_BYTES = 1_500_000;

    private static final int FRAMES = 50;
    private static final double LOST_MILLIS = 5000;
    private static final String PHOTO_BYTES = "pinhole_link_bytes_total{class=\"photo\",direction=\"out\",}";

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.with(Map.of(
            "connection.bytes-per-second", "1000MiB",
            "connection.voice-frames-per-second", "1000"));

    private final TestPhoto photo = TestPhoto.large().with(Rendition.ORIGINAL, Jpegs.baseline(3600, 2700), 3600, 2700);
    private final TestCall call = RELAY.call();
    private final TestCall other = RELAY.call();
    private TestClient operator;
    private TestClient partner;
    private TestClient speaker;
    private TestClient listener;
    private RawClient slow;
    private int stamps; // after that of the welcome
    private int received;
    private int tick;

    @BeforeEach
    void twoCallsAndALargePhoto() {
        operator = call.operatorInPhotoMode();
        Sharing.stored(operator, photo);
        partner = call.expert("partner");
        speaker = other.expert("speaker");
        listener = other.expert("listener");
        speaker.done(n -> new SetMode(n, Mode.PHOTO));
        listener.await(ModeChanged.class);
    }

    @Test
    void whoStopsReadingInTheMiddleOfAPhotoCostsNobodyElseAnything() throws Exception {
        assertThat(photo.file(Rendition.ORIGINAL).length).isGreaterThan(READ_BYTES + MOST_BYTES);
        String before = voices();
        double connections = RELAY.metric("pinhole_connections");
        double sentBefore = RELAY.metric(PHOTO_BYTES);
        slow = RawClient.joinNarrow(RELAY.address(), call.token("slow", Role.EXPERT, ClientKind.DESKTOP));
        slow.send(new Open(1, photo.id(), Rendition.ORIGINAL, 0));
        readSome();
        String during = voices();
        double cost = RELAY.metric(PHOTO_BYTES) - sentBefore - received;
        System.out.printf("voice before: %s; during: %s; %.0f bytes on their way%n", before, during, cost);

        assertThat(cost).isBetween(1.0, (double) MOST_BYTES);
        long deadline = System.nanoTime() + 2 * Patience.LIMIT.toNanos();
        while (RELAY.metric("pinhole_connections") > connections) {
            assertThat(System.nanoTime()).as("it is given up").isLessThan(deadline);
            voices();
        }
        assertThat(RELAY.metric(PHOTO_BYTES) - sentBefore - received).isLessThanOrEqualTo(MOST_BYTES);
        slow.close();
    }

    /** Reads a part of the photo as a quick client on a fast line would, and then nothing more. */
    private void readSome() {
        while (received < READ_BYTES) {
            Frame frame = slow.await(Frame.class, any -> true);
            if (frame instanceof Stamp) {
                stamps++;
            } else if (frame instanceof Chunk chunk) {
                received += chunk.data().readableBytes();
                slow.send(
                        new Stamp((int) (System.nanoTime() / Stamp.UNIT_NANOS) & 0xffff, Stamp.COUNTED),
                        new Feedback(
                                stamps & 0xffff, 0, 0, received & (Feedback.RECEIVED_MODULUS - 1), Feedback.MOST_RATE));
            }
            frame.release();
        }
    }

    /** Both calls talk, and are heard: of a frame or two a busy machine may itself make nothing, after 400 ms. */
    private String voices() throws InterruptedException {
        return "partner " + talk(operator, partner) + ", another call " + talk(speaker, listener);
    }

    private String talk(TestClient from, TestClient to) throws InterruptedException {
        double[] millis = new double[FRAMES];
        int lost = 0;
        for (int i = 0; i < FRAMES; i++) {
            millis[i] = say(from, to);
            lost += millis[i] < LOST_MILLIS ? 0 : 1;
        }
        Arrays.sort(millis);
        assertThat(lost).as("frames lost of %d", FRAMES).isLessThanOrEqualTo(FRAMES / 10);
        return String.format("p50 %.1f p99 %.1f ms", millis[FRAMES / 2], millis[FRAMES * 99 / 100]);
    }

    /** Until the frame is heard, in milliseconds. */
    private double say(TestClient from, TestClient to) throws InterruptedException {
        int expected = ++tick & 0xffff;
        long began = System.nanoTime();
        double passed = 0;
        from.speak(expected, (byte) 1);
        while (passed < LOST_MILLIS && to.heard().stream().noneMatch(heard -> heard.tick() == expected)) {
            Thread.sleep(1);
            passed = (System.nanoTime() - began) / 1e6;
        }
        return passed;
    }
}
