package io.pinhole.relay.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.SpeakAt;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestRelay;
import io.pinhole.relay.fixture.Tokens;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tokens that let nobody in, in no role. */
class TokenTableIT {

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    private TestCall call;
    private TestClient bob;

    @BeforeEach
    void somebodyIsThere() {
        call = RELAY.call();
        bob = call.expert("bob");
    }

    static Stream<Arguments> rows() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(WrongToken.values()).map(wrong -> Arguments.of(role, wrong)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("rows")
    void whoeverHasAWrongTokenIsToldWhyAndNobodyElseIs(Role role, WrongToken wrong) {
        TestClient stranger = TestClient.connect(RELAY.address());
        stranger.send(TestClient.hello(new Credential.Token(wrong.make(Tokens.of(RELAY.data()), claims(role)))));

        assertThat(stranger.endedBy()).isEqualTo(wrong.code());
        Stage.settle(bob);
        assertThat(bob.received(ServerFrame.class)).allMatch(SpeakAt.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theClaimsAreFineByThemselves(Role role) {
        TestClient client = call.join(Tokens.of(RELAY.data()).signed(claims(role)));
        assertThat(client.welcome().self().role()).isEqualTo(role);
    }

    private String claims(Role role) {
        return Tokens.of(RELAY.data()).claims(call).replace("\"expert\"", '"' + role.word() + '"');
    }
}
