package io.pinhole.relay.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.relay.fixture.ManualExecutor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InterestPaceTest {

    private final ManualExecutor owner = new ManualExecutor();
    private final InterestPace pace = new InterestPace(owner, this::tell);
    private int told;
    private boolean isNews = true;

    @Test
    void changesAtOnceAreToldOnce() {
        owner.on(pace::changed);
        owner.on(pace::changed);
        assertThat(told).isZero();
        pass(InterestPace.SETTLE_MILLIS);
        assertThat(told).isEqualTo(1);
        pass(10_000);
        assertThat(told).isEqualTo(1);
    }

    @Test
    void howeverOftenItChangesItIsToldTwiceASecond() {
        for (int i = 0; i < 1000; i++) {
            owner.on(pace::changed);
            pass(10);
        }
        assertThat(told).isBetween(18, 20);
    }

    @Test
    void whatChangesAfterARestIsToldSoon() {
        owner.on(pace::changed);
        pass(InterestPace.SETTLE_MILLIS + InterestPace.REST_MILLIS);
        owner.on(pace::changed);
        pass(InterestPace.SETTLE_MILLIS);
        assertThat(told).isEqualTo(2);
    }

    @Test
    void theLastChangeOfManyIsNotForgotten() {
        owner.on(pace::changed);
        pass(InterestPace.SETTLE_MILLIS);
        owner.on(pace::changed);
        pass(InterestPace.REST_MILLIS);
        assertThat(told).isEqualTo(2);
    }

    @Test
    void whereNobodyHadNewsNobodyRests() {
        isNews = false;
        owner.on(pace::changed);
        pass(InterestPace.SETTLE_MILLIS);
        owner.on(pace::changed);
        pass(InterestPace.SETTLE_MILLIS);
        assertThat(told).isEqualTo(2);
    }

    private boolean tell() {
        told++;
        return isNews;
    }

    private void pass(long millis) {
        owner.pass(Duration.ofMillis(millis));
    }
}
