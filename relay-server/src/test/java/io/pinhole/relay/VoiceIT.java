package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.relay.fixture.Heard;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestRelay;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceIT {

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void everybodyHearsEverybodyElseAndNeverThemselves(int people) {
        TestCall call = RELAY.call();
        List<TestClient> clients = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            clients.add(call.expert("person-" + i));
        }
        for (TestClient speaker : clients) {
            for (TestClient listener : clients) {
                if (listener != speaker) {
                    Heard heard = listener.hears(speaker, speaker.handle(), (byte) speaker.handle());
                    assertThat(heard.speaker()).isEqualTo(speaker.handle());
                }
            }
        }
        for (TestClient client : clients) {
            assertThat(client.heard()).extracting(Heard::speaker).doesNotContain(client.handle(), 0);
        }
        assertThat(clients)
                .extracting(TestClient::handle)
                .doesNotHaveDuplicates()
                .allMatch(h -> h >= 1 && h <= 31);
    }

    @Test
    void voiceArrivesAsItWasSent() {
        TestCall call = RELAY.call();
        TestClient speaker = call.operator();
        TestClient listener = call.expert();

        Heard heard = listener.hears(speaker, 65_535, (byte) 1, (byte) 2, (byte) 3);

        assertThat(heard).isEqualTo(new Heard(speaker.handle(), 65_535, true, 9, 20, 1, "010203"));
    }

    @Test
    void voiceGoesOnWhileTheModeIsSwitchedBackAndForth() {
        TestCall call = RELAY.call();
        TestClient speaker = call.operator();
        TestClient listener = call.expert();
        for (int i = 0; i < 10; i++) {
            Mode mode = i % 2 == 0 ? Mode.PHOTO : Mode.VIDEO;
            speaker.done(n -> new SetMode(n, mode));
            listener.hears(speaker, i, (byte) i);
            ModeChanged changed = listener.await(ModeChanged.class);
            assertThat(changed).isEqualTo(new ModeChanged(mode, speaker.handle()));
            speaker.await(ModeChanged.class, own -> own.equals(changed));
        }
        assertThat(listener.isConnected() && speaker.isConnected()).isTrue();
    }

    @Test
    void nobodyOfAnotherCallHearsIt() {
        TestCall call = RELAY.call();
        TestClient speaker = call.operator();
        TestClient listener = call.expert();
        TestClient stranger = RELAY.call().expert();

        listener.hears(speaker, 7, (byte) 7);
        stranger.sync();

        assertThat(stranger.heard()).isEmpty();
    }
}
