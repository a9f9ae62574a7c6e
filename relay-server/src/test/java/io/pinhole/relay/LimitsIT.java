package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Ping;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Shut;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.relay.fixture.Bystanders;
import io.pinhole.relay.fixture.Heard;
import io.pinhole.relay.fixture.Patience;
import io.pinhole.relay.fixture.RawClient;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestRelay;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** More than a call or a connection may have. */
class LimitsIT {

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.with(Map.of(
            "limits.participants", "4",
            "auth.timeout", "2 s",
            "auth.timeout-after-tls", "1 s",
            "auth.max-unauthenticated-per-address", "8",
            "connection.bytes-per-second", "20 KiB",
            "connection.voice-frames-per-second", "10"));

    private TestCall call;
    private Bystanders bystanders;

    @BeforeEach
    void people() {
        call = RELAY.call();
        bystanders = Bystanders.in(call);
    }

    @Test
    void aFullCallTakesNobodyButThoseWhoAreInIt() {
        TestClient third = call.expert("third");
        TestClient fourth = call.expert("fourth");
        assertThat(refused(call.token("fifth", Role.EXPERT, ClientKind.WEB))).isEqualTo(Code.CALL_FULL);

        fourth.drop();
        assertThat(refused(call.token("fifth", Role.EXPERT, ClientKind.WEB)))
                .as("who is reconnecting keeps the place")
                .isEqualTo(Code.CALL_FULL);
        TestClient again = TestClient.connect(RELAY.address());
        assertThat(again.resume(fourth.welcome()).resumed()).isTrue();

        third.leave();
        call.expert("fifth");
        bystanders.noticeNothing();
    }

    @Test
    void whoSaysNothingIsAskedToGo() {
        try (RawClient silent = RawClient.connect(RELAY.address())) {
            assertThat(silent.awaitClose()).isEqualTo(Code.AUTHENTICATION_TIMEOUT);
        }
        bystanders.noticeNothing();
    }

    @Test
    void whoDoesNotEvenBeginTlsIsHungUpOn() throws Exception {
        try (Socket mute = new Socket()) {
            mute.connect(RELAY.address().socketAddress());
            mute.setSoTimeout((int) Patience.LIMIT.toMillis());
            while (mute.getInputStream().read() >= 0) {
                // what TLS may have to say
            }
        }
        bystanders.noticeNothing();
    }

    @Test
    void tooManyStrangersAreHungUpOnUntilOthersAreKnown() throws Exception {
        List<Socket> strangers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Socket stranger = new Socket();
            stranger.connect(RELAY.address().socketAddress());
            strangers.add(stranger);
        }
        await().atMost(Patience.LIMIT).until(() -> RELAY.metric("pinhole_connections_unauthenticated") <= 8);
        bystanders.noticeNothing();
        for (Socket stranger : strangers) {
            stranger.close();
        }
        await().atMost(Patience.LIMIT).until(() -> RELAY.metric("pinhole_connections_unauthenticated") == 0);
        call.expert("known");
    }

    @Test
    void moreBytesThanOneMaySendASecond() {
        assertThat(floodedWith(new Shut(1 << 27))).isEqualTo(Code.TOO_FAST);
        bystanders.noticeNothing();
    }

    @Test
    void aFloodOfWhatTheLinkAnswersByItself() {
        assertThat(floodedWith(new Ping(1))).isEqualTo(Code.TOO_FAST);
        bystanders.noticeNothing();
    }

    @Test
    void voiceFasterThanSpeechIsDroppedAndSaidOnce() {
        TestClient fast = call.expert("fast");
        for (int i = 0; i < 200; i++) {
            fast.speak(i, (byte) 9);
        }
        assertThat(fast.refusedWithoutNumber()).isEqualTo(Code.TOO_FAST);
        fast.sync();
        bystanders.listener().sync();
        assertThat(fast.received(Reply.class)).isEmpty();
        long heard = bystanders.listener().heard().stream()
                .filter(voice -> voice.speaker() == fast.handle())
                .count();
        assertThat(heard).isLessThan(150);
    }

    @Test
    void voiceWithoutTheRightToTalkIsNotHeardAndSaidOnce() {
        TestClient observer = call.observer();
        for (int i = 0; i < 5; i++) {
            observer.speak(i, (byte) 9);
        }
        assertThat(observer.refusedWithoutNumber()).isEqualTo(Code.RIGHT_MISSING);
        observer.sync();
        bystanders.noticeNothing();
        assertThat(observer.received(Reply.class)).isEmpty();
        assertThat(bystanders.listener().heard()).extracting(Heard::speaker).doesNotContain(observer.handle());
    }

    /** A bundle counts as what it holds. */
    @Test
    void bundlesAreNoWayAroundThePace() {
        TestClient fast = call.expert("fast");
        byte[] eight = {1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9};
        try (RawClient raw = RawClient.join(RELAY.address(), call.token("raw", Role.EXPERT, ClientKind.WEB))) {
            for (int i = 0; i < 20; i++) {
                raw.send(new Voice(true, 1, Voice.Duration.MILLIS_20, 0, 8, i * 8, Unpooled.wrappedBuffer(eight)));
            }
            Reply refused = raw.await(Reply.class, reply -> reply.request() == 0);
            assertThat(refused.refusal().orElseThrow().code()).contains(Code.TOO_FAST);
            raw.send(new SetMode(1, Mode.PHOTO));
            raw.await(Reply.class, reply -> reply.request() == 1);
        }
        fast.sync();
        bystanders.noticeNothing();
    }

    private Code floodedWith(Frame frame) {
        try (RawClient fast = RawClient.join(RELAY.address(), call.token("fast", Role.EXPERT, ClientKind.WEB))) {
            Frame[] many = new Frame[40_000];
            Arrays.fill(many, frame);
            fast.send(many);
            return fast.awaitClose();
        }
    }

    private static Code refused(String token) {
        TestClient client = TestClient.connect(RELAY.address());
        client.send(TestClient.hello(new Credential.Token(token)));
        return client.endedBy();
    }
}
