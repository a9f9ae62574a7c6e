package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.End;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.relay.fixture.Patience;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EndIT {

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    @Test
    void endEndsTheCallForAll() {
        TestCall call = RELAY.call();
        TestClient operator = call.operator();
        TestClient expert = call.expert();
        TestClient observer = call.observer();

        expert.request(End::new);

        for (TestClient client : new TestClient[] {operator, expert, observer}) {
            assertThat(client.endedBy()).isEqualTo(Code.CALL_ENDED);
        }
    }

    @Test
    void theSecretsOfAnEndedCallAreDeadAndItsIdBeginsAnew() {
        TestCall call = RELAY.call();
        TestClient operator = call.operatorInPhotoMode();
        Sharing.stored(operator, TestPhoto.small());
        operator.request(End::new);
        operator.endedBy();

        TestClient again = TestClient.connect(RELAY.address());
        again.send(TestClient.hello(
                new Credential.Resume(call.id(), operator.welcome().resumeSecret())));
        assertThat(again.endedBy()).isEqualTo(Code.RESUME_UNKNOWN);

        TestClient anew = call.operator();
        anew.sync();
        assertThat(anew.received(PhotoEntry.class)).isEmpty();
        assertThat(anew.welcome().mode()).isEqualTo(Mode.VIDEO);
    }

    @Test
    void whoeverEndsACallMayBeginItAgainAtOnce() {
        TestCall call = RELAY.call();
        for (int i = 0; i < 10; i++) {
            TestClient operator = call.operatorInPhotoMode();
            Sharing.stored(operator, TestPhoto.small());
            operator.request(End::new);
            assertThat(operator.endedBy()).isEqualTo(Code.CALL_ENDED);
        }
    }

    @Test
    void anEmptyCallEndsByItself() {
        try (TestRelay relay =
                TestRelay.with(Map.of("call.lifetime-after-last", "1 s")).start()) {
            TestCall call = relay.call();
            TestClient last = call.operatorInPhotoMode();
            last.leave();
            await().atMost(Patience.LIMIT).until(() -> relay.metric("pinhole_calls") == 0);

            assertThat(call.operator().welcome().mode()).isEqualTo(Mode.VIDEO);
        }
    }
}
