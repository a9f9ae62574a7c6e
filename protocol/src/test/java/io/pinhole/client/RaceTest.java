package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.pinhole.protocol.link.Link;
import io.pinhole.protocol.link.LinkOwner;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RaceTest {

    private final EmbeddedChannel loop = new EmbeddedChannel();
    private final List<Dialer.Attempt> attempts = new ArrayList<>();
    private final List<Dialer.Attempt> hungUp = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Race race = new Race(new FakeDialer(attempts, hungUp), loop.eventLoop(), Told::new);

    @BeforeEach
    void start() {
        loop.freezeTime();
    }

    @AfterEach
    void finish() {
        loop.finishAndReleaseAll();
    }

    @Test
    void whileNobodyAnswersANewAttemptIsMadeEvery400Milliseconds() {
        race.begin(100);
        assertThat(attempts).hasSize(1);
        pass(399);
        assertThat(attempts).hasSize(1);
        pass(1);
        assertThat(attempts).hasSize(2);
        assertThat(hungUp).isEmpty();
    }

    @Test
    void ofTooManyTheOldestIsGivenUp() {
        race.begin(100);
        pass(1200);
        assertThat(attempts).hasSize(4);
        assertThat(hungUp).containsExactly(attempts.get(0), attempts.get(1));
    }

    @Test
    void onALineOfLongDelayEachAttemptWaitsForTwoRoundTrips() {
        race.begin(1200);
        pass(2399);
        assertThat(attempts).hasSize(2);
        assertThat(hungUp).isEmpty();
        pass(1);
        assertThat(hungUp).containsExactly(attempts.get(0));
    }

    @Test
    void inALongSilenceAttemptsBecomeRare() {
        race.begin(100);
        pass(20_000);
        int before = attempts.size();
        assertThat(before).isLessThan(45);
        pass(10_000);
        assertThat(attempts.size() - before).isBetween(7, 10);
    }

    @Test
    void theFirstThatIsAnsweredHasTheLineToItself() {
        race.begin(100);
        pass(400);
        attempts.get(0).answered();
        assertThat(hungUp).containsExactly(attempts.get(1));
        pass(Race.HANDSHAKE_MILLIS - 1);
        assertThat(attempts).hasSize(2);
        assertThat(told).containsExactly("answered");
    }

    @Test
    void whenItsHandshakesTakeTooLongOthersAreTriedBesideIt() {
        race.begin(100);
        attempts.get(0).answered();
        pass(Race.HANDSHAKE_MILLIS);
        assertThat(attempts).hasSize(2);
        assertThat(hungUp).isEmpty();
        attempts.get(0).open();
        assertThat(told).containsExactly("answered", "won", "open");
        assertThat(hungUp).containsExactly(attempts.get(1));
    }

    @Test
    void onALineOfLongDelayHandshakesMayTakeLonger() {
        race.begin(2000);
        attempts.get(0).answered();
        pass(7999);
        assertThat(attempts).hasSize(1);
        pass(1);
        assertThat(attempts).hasSize(2);
    }

    @Test
    void anAttemptThatFailsIsFollowedByAnother() {
        race.begin(100);
        attempts.get(0).answered();
        attempts.get(0).failed(new ConnectException("reset"));
        pass(399);
        assertThat(attempts).hasSize(1);
        pass(1);
        assertThat(attempts).hasSize(2);
    }

    @Test
    void whoIsOpenFirstWinsAndAllOthersAreHungUpOn() {
        race.begin(100);
        pass(400);
        attempts.get(0).answered();
        attempts.get(0).open();
        assertThat(told).containsExactly("answered", "won", "open");
        assertThat(hungUp).containsExactly(attempts.get(1));
        pass(60_000);
        assertThat(attempts).hasSize(2);
    }

    @Test
    void nothingComesOfARaceThatHasEnded() {
        race.begin(100);
        pass(400);
        race.end();
        assertThat(hungUp).containsExactlyElementsOf(attempts);
        attempts.forEach(late -> {
            late.answered();
            late.open();
            late.failed(new ConnectException("closed"));
        });
        pass(60_000);
        assertThat(attempts).hasSize(2);
        assertThat(told).isEmpty();
    }

    @Test
    void aRaceMayBeginAgain() {
        race.begin(100);
        race.end();
        race.begin(100);
        pass(400);
        assertThat(attempts).hasSize(3);
        assertThat(hungUp).containsExactly(attempts.get(0));
    }

    private void pass(long millis) {
        for (long passed = 0; passed < millis; passed++) {
            loop.advanceTimeBy(1, TimeUnit.MILLISECONDS);
            loop.runScheduledPendingTasks();
        }
    }

    private final class Told implements Race.Runner {

        @Override
        public void answered() {
            told.add("answered");
        }

        @Override
        public LinkOwner linked(Link link) {
            throw new AssertionError("there is no connection here");
        }

        @Override
        public void won(Runnable hangUp) {
            told.add("won");
        }

        @Override
        public void open() {
            told.add("open");
        }

        @Override
        public void failed(Throwable cause) {
            told.add("failed");
        }
    }
}
