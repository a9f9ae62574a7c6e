package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Stored;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.relay.auth.Grant;
import io.pinhole.relay.config.Address;
import io.pinhole.relay.fixture.RelayProcess;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives the death of the relay's process. */
class KillRelayIT {

    private static final CallId CALL = new CallId("c");

    @TempDir
    Path folder;

    @Test
    void aHalfSentPhotoGoesOnAtTheStoredByte() throws Exception {
        TestPhoto whole = TestPhoto.small();
        TestPhoto half = TestPhoto.large();
        Welcome welcome;
        long acknowledged;
        Address address;
        try (RelayProcess relay = RelayProcess.start(folder, 0)) {
            address = relay.address();
            TestClient operator = TestClient.connect(address);
            welcome = operator.join(relay.token(grant("operator", Role.FIELD_OPERATOR, ClientKind.MOBILE)));
            operator.done(n -> new SetMode(n, Mode.PHOTO));
            Sharing.stored(operator, whole);
            Sharing.upTo(operator, half, 80_000);
            acknowledged = operator.await(Stored.class, s -> s.rendition() == Rendition.WORKING && s.offset() >= 65_536)
                    .offset();
            relay.kill();
            assertThat(operator.endedBy()).isEqualTo(Code.HEARTBEAT_LOST);
        }

        try (RelayProcess relay = RelayProcess.start(folder, address.port())) {
            TestClient operator = TestClient.connect(relay.address());
            assertThat(operator.resume(welcome).mode()).isEqualTo(Mode.PHOTO);
            assertThat(state(operator, whole)).isEqualTo(PhotoState.STORED);
            assertThat(state(operator, half)).isEqualTo(PhotoState.SUSPENDED);
            Sharing again = Sharing.again(operator, half);
            assertThat(again.startedAt(Rendition.WORKING)).isGreaterThanOrEqualTo(acknowledged);
            again.awaitStored();

            TestClient expert = TestClient.connect(relay.address());
            expert.join(relay.token(grant("expert", Role.EXPERT, ClientKind.DESKTOP)));
            for (Rendition rendition : half.renditions()) {
                assertThat(PhotosIT.download(expert, half, rendition, 0)).isEqualTo(half.file(rendition));
            }
            assertThat(PhotosIT.download(expert, whole, Rendition.WORKING, 0)).isEqualTo(whole.file(Rendition.WORKING));
        }
    }

    private static PhotoState state(TestClient client, TestPhoto photo) {
        return client.await(PhotoEntry.class, e -> e.photo().equals(photo.id())).state();
    }

    private static Grant grant(String person, Role role, ClientKind client) {
        return new Grant(CALL, new PersonId(person), person, role, client, Optional.empty());
    }
}
