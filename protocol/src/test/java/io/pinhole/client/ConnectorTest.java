package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Welcome;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectorTest {

    private final EmbeddedChannel loop = new EmbeddedChannel();
    private final List<String> events = new ArrayList<>();
    private final List<Dialer.Attempt> attempts = new ArrayList<>();
    private final List<Dialer.Attempt> hungUp = new ArrayList<>();
    private final List<FakeRelay> relays = new ArrayList<>();
    private final List<Refusal> ends = new ArrayList<>();
    private Connector connector;

    @BeforeEach
    void start() {
        loop.freezeTime();
        ClientConfig config = ClientConfig.to("localhost", 7400).token("jwt").build();
        Call call = new Call(config, EventLog.into(events), loop.eventLoop());
        Dialer dialer = new FakeDialer(attempts, hungUp);
        connector = new Connector(
                new Connector.Parts(config, new Credentials(config), call, dialer, new Backoff(() -> 0.5)),
                loop.eventLoop(),
                new Connector.Lifecycle() {
                    @Override
                    public void joined(Welcome welcome) {}

                    @Override
                    public void ended(Refusal reason) {
                        ends.add(reason);
                    }
                });
        connector.dial();
    }

    @Test
    void helloBearsTheTokenFirstAndTheSecretLater() {
        FakeRelay relay = answer();
        assertThat(credentialIn(relay)).isEqualTo(new Credential.Token("jwt"));
        relay.say(FakeRelay.welcome());
        relay.hangUp();
        pass(250);
        assertThat(credentialIn(answer())).isEqualTo(new Credential.Resume(FakeRelay.CALL, FakeRelay.SECRET));
        assertThat(events).containsExactly("joined", "reconnecting");
    }

    @Test
    void helloSaysWhatThisClientCanDo() {
        Hello hello = (Hello) answer().heard().get(0);
        assertThat(hello.capabilities()).containsExactlyInAnyOrder(Capability.ANNOTATE, Capability.CAPTURE);
    }

    @Test
    void attemptsGrowApart() {
        last().failed(new ConnectException("refused"));
        pass(249);
        assertThat(attempts).hasSize(1);
        pass(1);
        assertThat(attempts).hasSize(2);
        last().failed(new ConnectException("refused"));
        pass(499);
        assertThat(attempts).hasSize(2);
        pass(1);
        assertThat(attempts).hasSize(3);
    }

    @Test
    void theRelaysWishIsKept() {
        FakeRelay relay = answer();
        relay.say(new Close(Refusal.of(Code.SHUTTING_DOWN, "").retryAfter(5000), ""));
        pass(5249);
        assertThat(attempts).hasSize(1);
        pass(1);
        assertThat(attempts).hasSize(2);
    }

    @Test
    void aFinalEndIsTheEnd() {
        FakeRelay relay = answer();
        relay.say(FakeRelay.welcome(), Close.of(Code.REPLACED, "elsewhere"));
        pass(60_000);
        assertThat(attempts).hasSize(1);
        assertThat(ends).extracting(Refusal::code).containsExactly(Optional.of(Code.REPLACED));
        assertThat(events).containsExactly("joined", "ended");
    }

    @Test
    void anotherNetworkIsTriedAtOnce() {
        FakeRelay relay = answer();
        relay.say(FakeRelay.welcome());
        connector.networkChanged();
        assertThat(hungUp).hasSize(1);
        assertThat(attempts).hasSize(2);
        relay.hangUp(); // the old connection's end is nobody's concern any more
        pass(60_000);
        assertThat(attempts).hasSize(2);
        assertThat(events).containsExactly("joined", "reconnecting");
    }

    @Test
    void leavingSaysSo() {
        FakeRelay relay = answer();
        relay.say(FakeRelay.welcome());
        relay.heard();
        connector.leave();
        assertThat(relay.heard()).containsExactly(Close.of(Code.LEFT, ""));
        assertThat(ends).isEmpty();
        relay.hangUp(); // as a relay does when it has read that
        assertThat(ends).extracting(Refusal::code).containsExactly(Optional.of(Code.LEFT));
    }

    @Test
    void whoLeavesWhileTheConnectionBreaksDoesNotComeBack() {
        FakeRelay relay = answer();
        relay.say(FakeRelay.welcome());
        relay.breakOff();
        connector.leave();
        relay.hangUp();
        pass(60_000);
        assertThat(attempts).hasSize(1);
        assertThat(ends).extracting(Refusal::code).containsExactly(Optional.of(Code.LEFT));
    }

    @Test
    void leavingWhileWaitingEndsTheWait() {
        last().failed(new ConnectException("refused"));
        connector.leave();
        pass(60_000);
        assertThat(attempts).hasSize(1);
        assertThat(events).containsExactly("reconnecting", "ended");
    }

    private Dialer.Attempt last() {
        return attempts.get(attempts.size() - 1);
    }

    @AfterEach
    void hangUp() {
        relays.forEach(FakeRelay::hangUp);
        loop.finishAndReleaseAll();
    }

    private FakeRelay answer() {
        FakeRelay relay = new FakeRelay(last()::linked);
        relays.add(relay);
        last().open();
        return relay;
    }

    private static Credential credentialIn(FakeRelay relay) {
        return ((Hello) relay.heard().get(0)).credential();
    }

    private void pass(long millis) {
        loop.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        loop.runScheduledPendingTasks();
    }
}
