package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.NewShot;
import io.pinhole.protocol.frame.Open;
import io.pinhole.protocol.frame.Opened;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Seen;
import io.pinhole.protocol.frame.SetView;
import io.pinhole.protocol.frame.Shown;
import io.pinhole.protocol.frame.View;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose token does not let them view is told nothing of photos, unless they are their own. */
class ViewRightIT {

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    private TestCall call;
    private TestClient operator;
    private TestClient expert;

    @BeforeEach
    void people() {
        call = RELAY.call();
        operator = call.operatorInPhotoMode();
        expert = call.expert();
    }

    @Test
    void whoMayOnlyTalkIsToldOfNoPhotoAndOfNobodysView() {
        TestPhoto before = share(operator);
        expert.send(new SetView(Optional.of(before.id()), true));
        operator.await(View.class);

        TestClient listener = narrowed("listener", Right.TALK);
        TestPhoto after = share(operator);
        expert.send(new SetView(Optional.of(after.id()), true));
        operator.await(View.class);
        listener.sync();

        assertThat(listener.received(PhotoEntry.class)).isEmpty();
        assertThat(listener.received(Opened.class)).isEmpty();
        assertThat(listener.received(View.class)).isEmpty();
        operator.hears(listener, 1, (byte) 1);
    }

    @Test
    void whoMayShareAndNotViewIsToldOfItsOwn() {
        operator.leave();
        TestClient camera =
                call.join(call.token("camera", Role.FIELD_OPERATOR, ClientKind.MOBILE, Set.of(Right.SHARE)));
        PhotoId own = share(camera).id();
        expert.await(PhotoEntry.class, e -> e.photo().equals(own) && e.state() == PhotoState.STORED);
        TestClient again = TestClient.connect(RELAY.address());
        again.resume(camera.welcome());

        assertThat(again.await(PhotoEntry.class).photo()).isEqualTo(own);
        assertThat(again.refused(n -> new Open(n, own, Rendition.WORKING, 0))).isEqualTo(Code.RIGHT_MISSING);
    }

    @Test
    void whoMayNotViewCannotHaveBeenShownAnything() {
        PhotoId photo = share(operator).id();
        TestClient listener = narrowed("listener", Right.TALK);
        listener.send(new Shown(photo, Rendition.WORKING));
        assertThat(listener.refusedWithoutNumber()).isEqualTo(Code.RIGHT_MISSING);
        operator.sync();
        assertThat(operator.received(Seen.class)).isEmpty();
    }

    @Test
    void theViewOfOneWhoMayNotViewAnyMoreEnds() {
        PhotoId photo = share(operator).id();
        expert.send(new SetView(Optional.of(photo), true));
        operator.await(View.class);

        TestClient again = narrowed("expert", Right.TALK);

        assertThat(operator.await(View.class)).isEqualTo(new View(again.handle(), Optional.empty(), false));
        share(operator);
        again.sync();
        assertThat(again.received(NewShot.class)).isEmpty();
    }

    private TestClient narrowed(String person, Right... rights) {
        return call.join(call.token(person, Role.EXPERT, ClientKind.DESKTOP, Set.of(rights)));
    }

    private static TestPhoto share(TestClient from) {
        TestPhoto photo = TestPhoto.large();
        Sharing.stored(from, photo);
        return photo;
    }
}
