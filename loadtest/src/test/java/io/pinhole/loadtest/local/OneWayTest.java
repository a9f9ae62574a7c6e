package io.pinhole.loadtest.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OneWayTest {

    private static final long MILLI = 1_000_000;
    private static final long NOW = Long.MAX_VALUE - 50 * MILLI; // the monotonic clock may run over
    private static final int PAYLOAD = 60; // with its headers it takes 10 ms of 80 kbit/s
    private static final LineQuality POOR = new LineQuality(80_000, Duration.ofMillis(100));

    private final OneWay<String> way = new OneWay<>(POOR, new SplittableRandom(1), NOW);

    @Test
    void aPacketTakesItsTimeOnTheLineAndTheDelay() {
        way.add("a", PAYLOAD, NOW);
        assertThat(way.nextAt()).hasValue(NOW + 110 * MILLI);
        assertThat(way.arrived(NOW + 110 * MILLI - 1)).isEmpty();
        assertThat(way.arrived(NOW + 110 * MILLI)).containsExactly("a");
        assertThat(way.nextAt()).isEmpty();
        assertThat(way.isEmpty()).isTrue();
    }

    @Test
    void packetsGoOneAfterTheOther() {
        way.add("a", PAYLOAD, NOW);
        way.add("b", PAYLOAD, NOW);
        way.add("c", PAYLOAD, NOW + 60 * MILLI);
        assertThat(way.arrived(NOW + 119 * MILLI)).containsExactly("a");
        assertThat(way.arrived(NOW + 120 * MILLI)).containsExactly("b");
        assertThat(way.arrived(NOW + 169 * MILLI)).isEmpty();
        assertThat(way.arrived(NOW + 170 * MILLI)).containsExactly("c");
    }

    @Test
    void whoAsksLateDoesNotMakeTheLineSlower() {
        for (int i = 0; i < 10; i++) {
            way.add("p", PAYLOAD, NOW);
        }
        assertThat(way.arrived(NOW + 200 * MILLI)).hasSize(10);
    }

    @Test
    void aLineThatWasFreeHasNotSavedAnythingUp() {
        way.add("a", PAYLOAD, NOW + 500 * MILLI);
        way.add("b", PAYLOAD, NOW + 500 * MILLI);
        assertThat(way.arrived(NOW + 619 * MILLI)).containsExactly("a");
        assertThat(way.arrived(NOW + 620 * MILLI)).containsExactly("b");
    }

    @Test
    void theQueueIsFullUntilTheLineHasTakenEnough() {
        int packets = 0;
        for (; !way.isFull(); packets++) {
            way.add("p", PAYLOAD, NOW);
        }
        int bytes = PAYLOAD + OneWay.HEADER_BYTES;
        assertThat(packets).isEqualTo(1 + (LineQuality.QUEUE_BYTES + bytes - 1) / bytes); // one is on the line
        assertThat(way.arrived(NOW + 5 * MILLI)).isEmpty();
        assertThat(way.isFull()).isTrue();
        way.arrived(NOW + 10 * MILLI);
        assertThat(way.isFull()).isFalse();
    }

    @Test
    void whatIsCarriedHasHeaders() {
        int bytes = PAYLOAD + OneWay.HEADER_BYTES;
        way.add("a", PAYLOAD, NOW);
        way.add("b", PAYLOAD, NOW);
        assertThat(way.carried(NOW)).isZero();
        assertThat(way.carried(NOW + 15 * MILLI)).isEqualTo(bytes + bytes / 2);
        assertThat(way.carried(NOW + 100 * MILLI)).isEqualTo(2 * bytes);
    }

    @Test
    void aBetterLineOvertakesNothing() {
        way.add("a", PAYLOAD, NOW);
        way.add("b", PAYLOAD, NOW);
        way.become(LineQuality.GOOD, NOW + 5 * MILLI);
        way.add("c", PAYLOAD, NOW + 20 * MILLI);
        assertThat(way.arrived(NOW + 109 * MILLI)).isEmpty();
        assertThat(way.arrived(NOW + 110 * MILLI)).containsExactly("a", "b", "c");
        way.add("d", PAYLOAD, NOW + 200 * MILLI);
        assertThat(way.arrived(NOW + 200 * MILLI)).containsExactly("d");
    }

    @Test
    void whatIsOnTheWayCanBeLost() {
        way.add("a", PAYLOAD, NOW);
        way.add("b", PAYLOAD, NOW);
        assertThat(way.clear()).containsExactly("a", "b");
        assertThat(way.isEmpty()).isTrue();
        assertThat(way.arrived(NOW + 1000 * MILLI)).isEmpty();
    }

    @Test
    void aPauseHoldsWhatIsNotOnTheLineYet() {
        way.add("a", PAYLOAD, NOW);
        way.add("b", PAYLOAD, NOW);
        way.pause(NOW + 500 * MILLI, NOW + 5 * MILLI);
        assertThat(way.carried(NOW + 300 * MILLI)).isEqualTo(PAYLOAD + OneWay.HEADER_BYTES);
        assertThat(way.arrived(NOW + 609 * MILLI)).containsExactly("a");
        assertThat(way.arrived(NOW + 610 * MILLI)).containsExactly("b");
    }

    @Test
    void whatGoesTwiceComesARoundTripLaterAndHoldsAllBehindIt() {
        LineQuality lossy = new LineQuality(80_000, Duration.ofMillis(100), Duration.ZERO, 0.3, 100_000);
        OneWay<Integer> line = new OneWay<>(lossy, new SplittableRandom(3), NOW);
        long[] arrivals = arrivals(line, 200);
        int late = 0;
        for (int i = 0; i < arrivals.length; i++) {
            long usual = NOW + (110 + 10L * i) * MILLI;
            assertThat(arrivals[i] - usual).isBetween(0L, 200 * MILLI);
            late += arrivals[i] - usual == 200 * MILLI ? 1 : 0;
            assertThat(i == 0 || arrivals[i] >= arrivals[i - 1]).isTrue();
        }
        assertThat(late).isBetween(30, 90);
    }

    @Test
    void jitterIsMoreOrLessDelayAndOvertakesNothing() {
        LineQuality unsteady = new LineQuality(80_000, Duration.ofMillis(100), Duration.ofMillis(30), 0, 100_000);
        OneWay<Integer> line = new OneWay<>(unsteady, new SplittableRandom(3), NOW);
        long[] arrivals = arrivals(line, 200);
        boolean isSooner = false;
        for (int i = 0; i < arrivals.length; i++) {
            long usual = NOW + (110 + 10L * i) * MILLI;
            assertThat(arrivals[i] - usual).isBetween(-30 * MILLI, 30 * MILLI);
            isSooner |= arrivals[i] < usual;
        }
        assertThat(isSooner).isTrue();
    }

    /** By asking at each millisecond. */
    private static long[] arrivals(OneWay<Integer> line, int packets) {
        for (int i = 0; i < packets; i++) {
            line.add(i, PAYLOAD, NOW);
        }
        long[] arrivals = new long[packets];
        for (long at = NOW; !line.isEmpty(); at = line.nextAt().orElse(at)) {
            long now = at;
            line.arrived(now).forEach(packet -> arrivals[packet] = now);
        }
        return arrivals;
    }

    @Test
    void theQueueIsAsLongAsIsSaid() {
        LineQuality quality = new LineQuality(80_000, Duration.ZERO, Duration.ZERO, 0, 250);
        OneWay<String> line = new OneWay<>(quality, new SplittableRandom(1), NOW);
        line.add("on the line", PAYLOAD, NOW);
        line.add("a", PAYLOAD, NOW);
        line.add("b", PAYLOAD, NOW);
        assertThat(line.isFull()).isFalse();
        line.add("c", PAYLOAD, NOW);
        assertThat(line.isFull()).isTrue();
    }

    @Test
    void aLineCarriesSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LineQuality(0, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new LineQuality(1, Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new LineQuality(1, Duration.ZERO, Duration.ZERO, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new LineQuality(1, Duration.ZERO, Duration.ZERO, 0, 0));
        assertThat(new LineQuality(64_000, Duration.ofMillis(100))).hasToString("64 kbit/s, 100 ms each way");
    }
}
