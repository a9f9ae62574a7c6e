package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.Captured;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.End;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Save;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Withdraw;
import io.pinhole.protocol.proto.WidgetMessage;
import io.pinhole.relay.fixture.Jpegs;
import io.pinhole.relay.fixture.Pencil;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import io.pinhole.relay.store.StoredCapture;
import io.pinhole.relay.store.jdbc.JdbcStore;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Saving a photo, and what becomes of it. */
class CapturesIT {

    private final CaptureId id = CaptureId.random();
    private TestRelay relay;
    private TestCall call;
    private TestClient operator;
    private TestClient expert;

    @BeforeEach
    void people() {
        relay = TestRelay.standard().start();
        call = relay.call();
        operator = enter("operator", Role.FIELD_OPERATOR, ClientKind.MOBILE);
        operator.done(n -> new SetMode(n, Mode.PHOTO));
        expert = enter("expert", Role.EXPERT, ClientKind.DESKTOP);
    }

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void aStoredPhotoIsSavedAndItsPictureDrawn() {
        TestPhoto photo = TestPhoto.large().titled("Seal");
        Sharing.stored(operator, photo);
        new Pencil(expert, photo.id(), 1).arrows(1, 2);

        Captured answer = save(photo.id(), 2);
        assertThat(answer.capture()).isEqualTo(id);
        assertThat(answer.state()).isEqualTo(CaptureState.PENDING);
        awaitChange(CaptureState.READY);

        StoredCapture stored = stored();
        assertThat(stored.state()).isEqualTo(CaptureState.READY);
        assertThat(stored.title()).isEqualTo("Seal");
        assertThat(stored.by().value()).isEqualTo("expert");
        assertThat(stored.picture()).hasValueSatisfying(picture -> {
            assertThat(picture.from()).isEqualTo(Rendition.ORIGINAL);
            assertThat(picture.width()).isEqualTo(800);
            assertThat(picture.height()).isEqualTo(600);
        });
    }

    @Test
    void theSameAgainIsAnsweredAsItStandsNow() {
        TestPhoto photo = TestPhoto.small();
        Sharing.stored(operator, photo);
        save(photo.id(), 0);
        awaitChange(CaptureState.READY);

        assertThat(save(photo.id(), 0).state()).isEqualTo(CaptureState.READY);
        operator.done(n -> new Withdraw(n, photo.id()));
        assertThat(save(photo.id(), 0).state()).isEqualTo(CaptureState.READY);
    }

    @Test
    void whatWasDrawnAfterThePinIsNotInIt() {
        TestPhoto photo = TestPhoto.small();
        Sharing.stored(operator, photo);
        Pencil pencil = new Pencil(expert, photo.id(), 1);
        pencil.arrows(1, 2);
        pencil.arrows(3);

        save(photo.id(), 2);
        awaitChange(CaptureState.READY);

        assertThat(storedWidgets()).hasSize(2);
    }

    @Test
    void anUnfinishedPhotoIsWaitedFor() {
        TestPhoto photo = TestPhoto.large();
        Sharing sharing = Sharing.upTo(operator, photo, 2000);
        new Pencil(expert, photo.id(), 1).arrows(1);
        save(photo.id(), 1);
        assertThat(save(photo.id(), 1).state()).isEqualTo(CaptureState.PENDING);

        sharing.allowAll();

        awaitChange(CaptureState.READY);
    }

    @Test
    void ofAWithdrawnPhotoTheBestRenditionThatCameIsDrawn() {
        TestPhoto photo = TestPhoto.large();
        Sharing sharing = Sharing.upTo(operator, photo, 2000);
        sharing.allow(Rendition.WORKING, Integer.MAX_VALUE);
        sharing.awaitStored(Rendition.WORKING);
        expert.sync();
        save(photo.id(), 0);

        operator.done(n -> new Withdraw(n, photo.id()));

        awaitChange(CaptureState.READY);
        assertThat(stored().picture())
                .hasValueSatisfying(picture -> assertThat(picture.from()).isEqualTo(Rendition.WORKING));
    }

    @Test
    void ofAPhotoThatNeverCameThereIsNoPicture() {
        TestPhoto photo = TestPhoto.large();
        Sharing.upTo(operator, photo, 2000);
        new Pencil(expert, photo.id(), 1);
        save(photo.id(), 0);

        operator.done(n -> new Withdraw(n, photo.id()));

        Captured failed = awaitChange(CaptureState.FAILED);
        assertThat(failed.failure().flatMap(Refusal::code)).contains(Code.CAPTURE_FAILED);
        assertThat(failed.failure().orElseThrow().message()).isEqualTo("no rendition of the photo became complete");
    }

    @Test
    void ofAPhotoThatCannotBeDecodedThereIsNoPicture() {
        TestPhoto photo = TestPhoto.of(withoutImageData(Jpegs.baseline(96, 64)), 96, 64);
        Sharing.stored(operator, photo);
        new Pencil(expert, photo.id(), 1);

        save(photo.id(), 0);

        awaitChange(CaptureState.FAILED);
    }

    @Test
    void theEndOfTheCallIsTheEndOfItsPhotosAndNotOfItsCaptures() {
        TestPhoto photo = TestPhoto.large();
        Sharing sharing = Sharing.upTo(operator, photo, 2000);
        sharing.allow(Rendition.WORKING, Integer.MAX_VALUE);
        sharing.awaitStored(Rendition.WORKING);
        expert.sync();
        save(photo.id(), 0);
        operator.request(End::new);
        assertThat(expert.endedBy()).isEqualTo(Code.CALL_ENDED);

        relay.restart();

        assertThat(awaitStoredState(CaptureState.READY).picture()).isPresent();
    }

    @Test
    void aRestartForgetsNothing() {
        TestPhoto photo = TestPhoto.large();
        Sharing.upTo(operator, photo, 2000);
        new Pencil(expert, photo.id(), 1).arrows(1);
        save(photo.id(), 1);

        relay.restart();
        expert = TestClient.connect(relay.address());
        expert.join(call.token("expert", Role.EXPERT, ClientKind.DESKTOP), Capability.CAPTURE);
        assertThat(save(photo.id(), 1).state()).isEqualTo(CaptureState.PENDING);
        operator = TestClient.connect(relay.address());
        operator.join(call.token("operator", Role.FIELD_OPERATOR, ClientKind.MOBILE));
        Sharing.again(operator, photo);

        awaitChange(CaptureState.READY);
        assertThat(storedWidgets()).hasSize(1);
    }

    private TestClient enter(String person, Role role, ClientKind kind) {
        TestClient client = TestClient.connect(relay.address());
        client.join(call.token(person, role, kind), Capability.ANNOTATE, Capability.CAPTURE);
        return client;
    }

    private Captured save(PhotoId photo, long revision) {
        int request = expert.request(n -> new Save(n, id, photo, 1, revision, "Before"));
        return expert.await(Captured.class, captured -> captured.request() == request);
    }

    private Captured awaitChange(CaptureState state) {
        return expert.await(Captured.class, captured -> captured.request() == 0 && captured.state() == state);
    }

    /** What the store has, read when the relay has stopped. */
    private StoredCapture stored() {
        relay.stop();
        try (JdbcStore store = JdbcStore.open(relay.data(), failure -> {})) {
            return store.captures().find(id).join().orElseThrow();
        } finally {
            relay.start();
        }
    }

    private List<WidgetMessage> storedWidgets() {
        relay.stop();
        try (JdbcStore store = JdbcStore.open(relay.data(), failure -> {})) {
            return store.captures().widgets(id).join().widgets();
        } finally {
            relay.start();
        }
    }

    private StoredCapture awaitStoredState(CaptureState state) {
        for (int attempt = 0; attempt < 100; attempt++) {
            StoredCapture capture = stored();
            if (capture.state() == state) {
                return capture;
            }
        }
        throw new AssertionError("the capture did not become " + state);
    }

    /** Its headers, and then the end. */
    private static byte[] withoutImageData(byte[] jpeg) {
        byte[] cut = Arrays.copyOf(jpeg, 700);
        cut[698] = (byte) 0xff;
        cut[699] = (byte) 0xd9;
        return cut;
    }
}
