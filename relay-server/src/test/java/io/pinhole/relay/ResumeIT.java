package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Offered;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Stored;
import io.pinhole.protocol.frame.StoredUpTo;
import io.pinhole.protocol.frame.Upload;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.relay.fixture.RawClient;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResumeIT {

    private static final int CHUNK_BYTES = 1000;

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    @Test
    void theSecretBringsAPersonBackUnderTheSameHandle() {
        TestCall call = RELAY.call();
        TestClient operator = call.operator();
        TestClient expert = call.expert();
        expert.drop();
        Participant lost = operator.await(Participant.class, p -> p.presence() == Presence.RECONNECTING);
        assertThat(lost.handle()).isEqualTo(expert.handle());

        TestClient again = TestClient.connect(RELAY.address());
        Welcome welcome = again.resume(expert.welcome());

        assertThat(welcome.resumed()).isTrue();
        assertThat(welcome.self()).isEqualTo(expert.welcome().self());
        assertThat(welcome.resumeSecret()).isNotEqualTo(expert.welcome().resumeSecret());
        assertThat(operator.await(
                        Participant.class, p -> p.handle() == expert.handle() && p.presence() == Presence.HERE))
                .isEqualTo(again.welcome().self());
        operator.hears(again, 1, (byte) 1);
    }

    @Test
    void theOldSecretHoldsUntilTheNewOneIsFirstUsed() {
        TestClient first = RELAY.call().expert();
        TestClient second = TestClient.connect(RELAY.address());
        second.resume(first.welcome()); // whose answer, let us say, is lost
        TestClient third = TestClient.connect(RELAY.address());
        third.resume(first.welcome());
        TestClient fourth = TestClient.connect(RELAY.address());
        fourth.resume(third.welcome());

        assertThat(refused(first.welcome())).isEqualTo(Code.RESUME_UNKNOWN);
        assertThat(refused(second.welcome())).isEqualTo(Code.RESUME_UNKNOWN);
        assertThat(fourth.isConnected()).isTrue();
    }

    @Test
    void aSecretOfAnotherCallOrOfNoneIsUnknown() {
        Welcome known = RELAY.call().expert().welcome();
        TestCall other = RELAY.call();
        other.expert();
        assertThat(refusedWith(new Credential.Resume(other.id(), known.resumeSecret())))
                .isEqualTo(Code.RESUME_UNKNOWN);
        assertThat(refusedWith(new Credential.Resume(RELAY.call().id(), known.resumeSecret())))
                .isEqualTo(Code.RESUME_UNKNOWN);
        assertThat(refusedWith(new Credential.Resume(known.call(), ""))).isEqualTo(Code.RESUME_UNKNOWN);
    }

    @Test
    void whoLeavesIsGoneAtOnceAndMayComeBack() {
        TestCall call = RELAY.call();
        TestClient operator = call.operator();
        TestClient expert = call.expert();
        operator.await(Participant.class);
        expert.leave();

        assertThat(operator.await(Participant.class).presence()).isEqualTo(Presence.GONE);
        TestClient again = TestClient.connect(RELAY.address());
        assertThat(again.resume(expert.welcome()).resumed()).isFalse();
    }

    @Test
    void theNewestConnectionOfAPersonWinsAndTheEndOfTheOldOneTakesNothingAway() {
        TestCall call = RELAY.call();
        TestClient operator = call.operator();
        TestClient old = call.expert();
        String token = call.token("expert", Role.EXPERT, ClientKind.DESKTOP);
        TestClient newest = call.join(token);

        assertThat(old.endedBy()).isEqualTo(Code.REPLACED);
        old.drop();
        operator.hears(newest, 3, (byte) 3);
        newest.hears(operator, 4, (byte) 4);
        operator.sync();
        assertThat(newest.handle()).isEqualTo(old.handle());
        assertThat(operator.received(Participant.class)).allMatch(p -> p.presence() == Presence.HERE);
    }

    @Test
    void afterTheGraceALostPersonIsGoneAndItsHandleFree() {
        try (TestRelay relay =
                TestRelay.with(Map.of("connection.reconnect-grace", "1 ms")).start()) {
            TestCall call = relay.call();
            TestClient operator = call.operator();
            TestClient expert = call.expert();
            expert.drop();
            operator.await(Participant.class, p -> p.presence() == Presence.GONE);

            assertThat(call.expert("another").handle()).isEqualTo(expert.handle());
            TestClient again = TestClient.connect(relay.address());
            assertThat(again.resume(expert.welcome()).resumed()).isFalse();
            assertThat(again.handle()).isNotEqualTo(expert.handle());
        }
    }

    @Test
    void theUploadGoesOnAfterADropWhereItWasStored() {
        TestCall call = RELAY.call();
        TestClient operator = call.operatorInPhotoMode();
        TestClient expert = call.expert();
        TestPhoto photo = TestPhoto.large();
        Sharing.upTo(operator, photo, 80_000);
        expert.await(PhotoEntry.class, e -> e.state() == PhotoState.ARRIVING);
        operator.await(Stored.class, s -> s.rendition() == Rendition.WORKING && s.offset() >= 65_536);
        operator.drop();
        expert.await(PhotoEntry.class, e -> e.state() == PhotoState.SUSPENDED);

        TestClient again = TestClient.connect(RELAY.address());
        again.resume(operator.welcome());
        Sharing sharing = Sharing.again(again, photo);

        // it may be stored before its next entry goes; then that is the only one
        expert.await(PhotoEntry.class, e -> e.state() != PhotoState.SUSPENDED);
        sharing.awaitStored();
        for (Rendition rendition : photo.renditions()) {
            assertThat(PhotosIT.download(expert, photo, rendition, 0)).isEqualTo(photo.file(rendition));
        }
    }

    /** So that what is sent twice was on its way at the drop: a window at most. */
    @Test
    void whatTheRelayHasSaidThatItTookNeedNotBeSentAgain() {
        TestCall call = RELAY.call();
        call.operatorInPhotoMode().leave();
        String token = call.token("operator", Role.FIELD_OPERATOR, ClientKind.MOBILE);
        TestPhoto photo = TestPhoto.large();
        byte[] file = photo.file(Rendition.WORKING);
        int taken = 0;
        for (int upTo : List.of(1, 5000, 80_000, 80_001)) { // in the middle of blocks
            try (RawClient raw = RawClient.join(RELAY.address(), token)) {
                raw.send(photo.offer(1));
                assertThat(stored(raw.await(Offered.class, any -> true))).isEqualTo(taken);
                raw.send(new Upload(2, 1, photo.id(), Rendition.WORKING, taken));
                int begin = taken;
                for (; taken < upTo; taken = Math.min(upTo, taken + CHUNK_BYTES)) {
                    raw.send(new Chunk(1, Chunk.CONTINUES, piece(file, taken, Math.min(upTo, taken + CHUNK_BYTES))));
                }
                raw.await(Feedback.class, feedback -> feedback.received() == upTo - begin);
            }
        }
    }

    @Test
    void aStoppedRelaySaysThatItComesBackAndThenKnowsEverythingStored() {
        try (TestRelay relay = TestRelay.standard().start()) {
            TestCall call = relay.call();
            TestClient operator = call.operatorInPhotoMode();
            TestPhoto done = TestPhoto.small();
            Sharing.stored(operator, done);
            TestPhoto half = TestPhoto.large();
            Sharing.upTo(operator, half, 80_000);
            operator.await(Stored.class, s -> s.rendition() == Rendition.WORKING && s.offset() >= 65_536);
            relay.restart();

            assertThat(operator.ended().code()).contains(Code.SHUTTING_DOWN);
            assertThat(operator.ended().retryAfterMillis()).isPositive();
            TestClient again = TestClient.connect(relay.address());
            Welcome welcome = again.resume(operator.welcome());
            assertThat(welcome.mode()).isEqualTo(Mode.PHOTO);
            assertThat(again.await(PhotoEntry.class, e -> e.photo().equals(done.id()))
                            .state())
                    .isEqualTo(PhotoState.STORED);
            assertThat(again.await(PhotoEntry.class, e -> e.photo().equals(half.id()))
                            .state())
                    .isEqualTo(PhotoState.SUSPENDED);
            Sharing.again(again, half).awaitStored();
            TestClient expert = call.expert();
            for (Rendition rendition : half.renditions()) {
                assertThat(PhotosIT.download(expert, half, rendition, 0)).isEqualTo(half.file(rendition));
            }
        }
    }

    private static long stored(Offered offered) {
        return offered.stored().stream()
                .filter(stored -> stored.rendition() == Rendition.WORKING)
                .mapToLong(StoredUpTo::offset)
                .sum();
    }

    private static ByteBuf piece(byte[] file, int from, int to) {
        return Unpooled.wrappedBuffer(file, from, to - from);
    }

    private static Code refused(Welcome earlier) {
        return refusedWith(new Credential.Resume(earlier.call(), earlier.resumeSecret()));
    }

    private static Code refusedWith(Credential credential) {
        TestClient client = TestClient.connect(RELAY.address());
        client.send(TestClient.hello(credential));
        return client.endedBy();
    }
}
