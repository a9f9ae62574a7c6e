package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Code;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class FarewellTest {

    private static final DoubleSupplier LEAST = () -> 0;
    private static final DoubleSupplier MOST = () -> Math.nextDown(1.0);

    @Test
    void itSaysThatTheRelayIsShuttingDown() {
        Close close = new Farewell(2, LEAST).get();
        assertThat(close.reason().code()).contains(Code.SHUTTING_DOWN);
        assertThat(close.reason().retryAfterMillis()).isEqualTo(Farewell.FIRST_MILLIS);
    }

    @Test
    void aFewComeBackSoon() {
        assertThat(millis(2, MOST)).isBetween(1_030, 1_040);
    }

    @Test
    void manyAreSpreadOutAndNobodyWaitsMoreThanElevenSeconds() {
        assertThat(millis(500, LEAST)).isEqualTo(1_000);
        assertThat(millis(500, MOST)).isBetween(10_990, 11_000);
        assertThat(millis(Integer.MAX_VALUE, MOST)).isBetween(10_990, 11_000);
    }

    private static int millis(int clients, DoubleSupplier random) {
        return new Farewell(clients, random).get().reason().retryAfterMillis();
    }
}
