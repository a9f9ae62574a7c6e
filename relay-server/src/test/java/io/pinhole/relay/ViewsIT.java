package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.SetView;
import io.pinhole.protocol.frame.View;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ViewsIT {

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.with(Map.of("connection.reconnect-grace", "1 s"));

    private TestCall call;
    private TestClient operator;
    private TestClient expert;
    private PhotoId photo;

    @BeforeEach
    void aPhoto() {
        call = RELAY.call();
        operator = call.operatorInPhotoMode();
        expert = call.expert();
        TestPhoto shared = TestPhoto.small();
        Sharing.stored(operator, shared);
        photo = shared.id();
    }

    @Test
    void everybodyElseKnowsWhatSomebodyLooksAt() {
        TestClient third = call.expert("third");
        expert.send(new SetView(Optional.of(photo), true));
        for (TestClient other : new TestClient[] {operator, third}) {
            assertThat(other.await(View.class)).isEqualTo(new View(expert.handle(), Optional.of(photo), true));
        }
        expert.sync();
        assertThat(expert.received(View.class)).isEmpty();
    }

    @Test
    void goingBackToTheListEndsTheView() {
        expert.send(new SetView(Optional.of(photo), true));
        operator.await(View.class, view -> view.photo().isPresent());
        expert.send(new SetView(Optional.empty(), true));
        assertThat(operator.await(View.class)).isEqualTo(new View(expert.handle(), Optional.empty(), false));
    }

    @Test
    void whoJoinsLateIsToldWhatOthersLookAt() {
        expert.send(new SetView(Optional.of(photo), false));
        expert.sync();
        assertThat(call.expert("late").await(View.class))
                .isEqualTo(new View(expert.handle(), Optional.of(photo), false));
    }

    @Test
    void theViewEndsWithThePersonBeforeItIsToldToBeGone() {
        expert.send(new SetView(Optional.of(photo), true));
        operator.await(View.class, view -> view.photo().isPresent());
        expert.drop();

        operator.await(Participant.class, p -> p.presence() == Presence.RECONNECTING);
        assertThat(operator.received(View.class)).isEmpty();
        assertThat(operator.await(View.class)).isEqualTo(new View(expert.handle(), Optional.empty(), false));
        operator.await(Participant.class, p -> p.presence() == Presence.GONE);
    }

    @Test
    void theViewOfOneWhoComesBackInTimeIsKept() {
        expert.send(new SetView(Optional.of(photo), true));
        operator.await(View.class, view -> view.photo().isPresent());

        TestClient again = TestClient.connect(RELAY.address());
        again.resume(expert.welcome());

        assertThat(call.expert("late").await(View.class)).isEqualTo(new View(again.handle(), Optional.of(photo), true));
    }
}
