package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.Captured;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Save;
import io.pinhole.protocol.frame.Withdraw;
import io.pinhole.relay.fixture.Bystanders;
import io.pinhole.relay.fixture.Pencil;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saves that are refused: by their code, with nothing kept, and nobody else noticing. */
class RefusedCapturesIT {

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    private final CaptureId id = CaptureId.random();
    private final TestPhoto photo = TestPhoto.small();
    private TestCall call;
    private Bystanders bystanders;
    private TestClient operator;
    private TestClient expert;

    @BeforeEach
    void peopleAndAPhotoOfTwoRevisions() {
        call = RELAY.call();
        bystanders = Bystanders.in(call);
        operator = call.operator();
        Sharing.stored(operator, photo);
        expert = enter(call.token("expert", Role.EXPERT, ClientKind.DESKTOP));
        new Pencil(expert, photo.id(), 1).arrows(1, 2);
    }

    @AfterEach
    void othersNoticedNothing() {
        bystanders.noticeNothing();
    }

    @Test
    void anUnknownPhotoIsRefused() {
        assertThat(refused(save(id, PhotoId.random(), 1, 0, "a"))).isEqualTo(Code.PHOTO_UNKNOWN);
    }

    @Test
    void aPhotoThatIsNotPublishedIsUnknownToOthers() {
        TestPhoto draft = TestPhoto.small();
        operator.request(draft::offer);
        operator.sync();
        assertThat(refused(save(id, draft.id(), 1, 0, "a"))).isEqualTo(Code.PHOTO_UNKNOWN);
    }

    @Test
    void aWithdrawnPhotoIsOver() {
        operator.done(n -> new Withdraw(n, photo.id()));
        assertThat(refused(save(id, photo.id(), 1, 2, "a"))).isEqualTo(Code.PHOTO_OVER);
    }

    @Test
    void aRevisionThatThereIsNotIsUnknown() {
        assertThat(refused(save(id, photo.id(), 1, 3, "a"))).isEqualTo(Code.REVISION_UNKNOWN);
        assertThat(refused(save(id, photo.id(), 1, -1, "a"))).isEqualTo(Code.REVISION_UNKNOWN);
    }

    @Test
    void anotherEpochIsSaidSo() {
        assertThat(refused(save(id, photo.id(), 2, 1, "a"))).isEqualTo(Code.EPOCH_CHANGED);
        kept(save(id, photo.id(), 1, 1, "a"));
    }

    @Test
    void anIdIsForOneCapture() {
        kept(save(id, photo.id(), 1, 1, "a"));
        assertThat(refused(save(id, photo.id(), 1, 2, "a"))).isEqualTo(Code.CAPTURE_CONFLICT);
        assertThat(refused(save(id, photo.id(), 1, 1, "b"))).isEqualTo(Code.CAPTURE_CONFLICT);
    }

    @Test
    void anIdOfAnotherCallIsNotForThisOne() {
        kept(save(id, photo.id(), 1, 1, "a"));
        TestCall other = RELAY.call();
        TestClient otherOperator = other.operatorInPhotoMode();
        TestPhoto same = TestPhoto.small();
        Sharing.stored(otherOperator, same);
        expert = enter(other.token("expert", Role.EXPERT, ClientKind.DESKTOP));
        expert.sync();
        assertThat(refused(save(id, same.id(), 1, 0, "a"))).isEqualTo(Code.CAPTURE_CONFLICT);
    }

    @Test
    void aNameIsForOneCaptureOfTheCall() {
        kept(save(id, photo.id(), 1, 1, "Seal"));
        assertThat(refused(save(CaptureId.random(), photo.id(), 1, 2, "sEAL"))).isEqualTo(Code.CAPTURE_NAME_TAKEN);
        kept(save(CaptureId.random(), photo.id(), 1, 2, "Seal 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../seal", "<b>seal</b>", "a/b", "", " ", "C:\\x"})
    void aNameThatNoFileMayHaveIsRefused(String name) {
        assertThat(refused(save(id, photo.id(), 1, 1, name))).isEqualTo(Code.CAPTURE_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seal\n", "se\u202Eal"})
    void aNameWithHiddenCharactersIsRefused(String name) {
        assertThat(refused(save(id, photo.id(), 1, 1, name + "x"))).isEqualTo(Code.BAD_TEXT);
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThat(refused(save(id, photo.id(), 1, 1, "a".repeat(129)))).isEqualTo(Code.BAD_TEXT);
    }

    @Test
    void aNameOfTenThousandCharactersIsTooLongForItsFrame() {
        expert.send(save(id, photo.id(), 1, 1, "a".repeat(10_000)));
        assertThat(expert.endedBy()).isEqualTo(Code.FRAME_TOO_LONG);
    }

    @Test
    void anObserverMayNotSave() {
        expert = enter(call.token("observer", Role.OBSERVER, ClientKind.WEB));
        expert.sync();
        assertThat(refused(save(id, photo.id(), 1, 1, "a"))).isEqualTo(Code.ROLE_NOT_ALLOWED);
    }

    @Test
    void aTokenThatDoesNotListItMayNotSave() {
        expert = enter(call.token("other", Role.EXPERT, ClientKind.DESKTOP, Set.of(Right.VIEW)));
        expert.sync();
        assertThat(refused(save(id, photo.id(), 1, 1, "a"))).isEqualTo(Code.RIGHT_MISSING);
    }

    @Test
    void whoDidNotSayThatItCanIsRefused() {
        expert = call.expert("plain");
        expert.sync();
        assertThat(refused(save(id, photo.id(), 1, 1, "a"))).isEqualTo(Code.UNSUPPORTED);
    }

    @Test
    void aFloodIsRefused() {
        for (int i = 0; i < 50; i++) {
            expert.send(save(CaptureId.random(), photo.id(), 1, 1, "capture " + i));
        }
        Reply refused = expert.await(Reply.class, reply -> reply.refusal().isPresent());
        assertThat(refused.refusal().flatMap(Refusal::code)).contains(Code.TOO_FAST);
        assertThat(refused.refusal().orElseThrow().retryAfterMillis()).isPositive();
    }

    private TestClient enter(String token) {
        TestClient client = TestClient.connect(RELAY.address());
        client.join(token, Capability.ANNOTATE, Capability.CAPTURE);
        return client;
    }

    private static Save save(CaptureId capture, PhotoId photo, long epoch, long revision, String name) {
        return new Save(0, capture, photo, epoch, revision, name);
    }

    private Code refused(Save save) {
        return expert.refused(n -> numbered(save, n));
    }

    private void kept(Save save) {
        int request = expert.request(n -> numbered(save, n));
        assertThat(expert.await(Captured.class, captured -> captured.request() == request)
                        .state())
                .isNotEqualTo(CaptureState.FAILED);
    }

    private static Save numbered(Save save, int request) {
        return new Save(request, save.capture(), save.photo(), save.epoch(), save.revision(), save.name());
    }
}
