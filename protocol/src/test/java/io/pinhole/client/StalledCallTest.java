package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.link.LinkOwner;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a connector does about a line that stands still; when it dials: {@link RaceTest}. */
class StalledCallTest {

    private final EmbeddedChannel loop = new EmbeddedChannel();
    private final List<String> events = new ArrayList<>();
    private final List<Dialer.Attempt> attempts = new ArrayList<>();
    private final List<Dialer.Attempt> hungUp = new ArrayList<>();
    private final List<FakeRelay> relays = new ArrayList<>();
    private final List<LinkOwner> sessions = new ArrayList<>();
    private final List<Refusal> ends = new ArrayList<>();
    private Call call;
    private Connector connector;

    @BeforeEach
    void dial() {
        loop.freezeTime();
        ClientConfig config = ClientConfig.to("localhost", 7400).token("jwt").build();
        call = new Call(config, EventLog.into(events), loop.eventLoop());
        connector = new Connector(
                new Connector.Parts(
                        config,
                        new Credentials(config),
                        call,
                        new FakeDialer(attempts, hungUp),
                        new Backoff(() -> 0.5)),
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

    @AfterEach
    void finish() {
        relays.forEach(FakeRelay::hangUp);
        loop.finishAndReleaseAll();
    }

    @Test
    void theFirstOtherConnectionThatIsThereTakesOver() {
        FakeRelay old = join();
        stalled(0, true);
        pass(400);
        assertThat(attempts).hasSize(3);
        FakeRelay next = answer(attempts.get(1));

        assertThat(hungUp).containsExactlyInAnyOrder(attempts.get(0), attempts.get(2));
        assertThat(next.heard())
                .singleElement()
                .isInstanceOfSatisfying(
                        Hello.class,
                        hello -> assertThat(hello.credential())
                                .isEqualTo(new Credential.Resume(FakeRelay.CALL, FakeRelay.SECRET)));
        assertThat(call.state().snapshot().connected()).isFalse();
        next.say(FakeRelay.welcome());
        old.say(new ModeChanged(Mode.VIDEO, 2)); // too late
        pass(60_000);
        assertThat(events).containsExactly("joined", "reconnecting", "resumed");
        assertThat(attempts).hasSize(3);
        assertThat(ends).isEmpty();
    }

    @Test
    void nobodyIsToldHelloBeforeOneIsThere() {
        join();
        stalled(0, true);
        attempts.get(1).answered();
        pass(2000);
        assertThat(events).containsExactly("joined");
        assertThat(hungUp).isEmpty();
    }

    @Test
    void whenTheLineMovesAgainTheOtherConnectionsAreGivenUp() {
        FakeRelay relay = join();
        stalled(0, true);
        pass(400);
        stalled(0, false);
        assertThat(hungUp).containsExactly(attempts.get(1), attempts.get(2));
        FakeRelay late = answer(attempts.get(2));
        pass(60_000);
        assertThat(late.heard()).isEmpty();
        assertThat(attempts).hasSize(3);
        relay.say(new ModeChanged(Mode.VIDEO, 2));
        assertThat(events).containsExactly("joined", "mode");
    }

    @Test
    void aStallWhileJoiningIsWaitedFor() {
        answer(attempts.get(0));
        stalled(0, true);
        pass(60_000);
        assertThat(attempts).hasSize(1);
    }

    @Test
    void whatIsSaidIsSentRightBehindHello() {
        join();
        stalled(0, true);
        FakeRelay next = answer(attempts.get(1));
        call.speaking()
                .speak(new SpokenFrame(
                        Unpooled.wrappedBuffer(new byte[] {1}), Voice.Duration.MILLIS_20, 9, System.nanoTime()));
        assertThat(next.heard()).hasSize(2).last().isInstanceOf(Voice.class);
        assertThat(call.speaking().dropped()).isZero();
    }

    @Test
    void whenTheNewConnectionIsLostAsWellItIsDialledAsEver() {
        join();
        stalled(0, true);
        answer(attempts.get(1)).hangUp();
        pass(249);
        assertThat(attempts).hasSize(2);
        pass(1);
        assertThat(attempts).hasSize(3);
        assertThat(events).containsExactly("joined", "reconnecting", "reconnecting");
    }

    @Test
    void theEndOfTheOldConnectionEndsTheRace() {
        FakeRelay old = join();
        stalled(0, true);
        old.breakOff();
        assertThat(hungUp).containsExactly(attempts.get(1));
        attempts.get(1).failed(new ConnectException("closed"));
        pass(250);
        assertThat(attempts).hasSize(3);
    }

    @Test
    void anotherNetworkEndsTheRace() {
        join();
        stalled(0, true);
        connector.networkChanged();
        assertThat(hungUp).containsExactly(attempts.get(1), attempts.get(0));
        pass(60_000);
        assertThat(attempts).hasSize(3);
    }

    @Test
    void whoLeavesRacesNoMore() {
        join();
        stalled(0, true);
        connector.leave();
        stalled(0, false);
        stalled(0, true);
        pass(60_000);
        assertThat(attempts).hasSize(2);
        assertThat(hungUp).contains(attempts.get(1));
    }

    @Test
    void whoIsReplacedWhileTheLineStandsStillStaysAway() {
        FakeRelay old = join();
        stalled(0, true);
        old.say(Close.of(Code.REPLACED, "elsewhere"));
        pass(60_000);
        assertThat(attempts).hasSize(2);
        assertThat(hungUp).containsExactly(attempts.get(1));
        assertThat(ends).hasSize(1);
    }

    private FakeRelay join() {
        FakeRelay relay = answer(attempts.get(0));
        relay.heard();
        relay.say(FakeRelay.welcome());
        return relay;
    }

    private FakeRelay answer(Dialer.Attempt attempt) {
        attempt.answered();
        FakeRelay relay = new FakeRelay(link -> {
            LinkOwner session = attempt.linked(link);
            sessions.add(session);
            return session;
        });
        relays.add(relay);
        attempt.open();
        return relay;
    }

    private void stalled(int session, boolean stalled) {
        sessions.get(session).stalled(stalled);
    }

    private void pass(long millis) {
        for (long passed = 0; passed < millis; passed += 10) {
            loop.advanceTimeBy(Math.min(10, millis - passed), TimeUnit.MILLISECONDS);
            loop.runScheduledPendingTasks();
        }
    }
}
