package io.pinhole.loadtest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeniencyTest {

    private static final long FRAME = Duration.ofMillis(20).toNanos();
    private static final Span ALL = new Span(0, 1000 * FRAME);

    private final Leniency strict = new Leniency(Duration.ofMillis(400));
    private final Leniency lenient = new Leniency(Duration.ofSeconds(30));

    @Test
    void nothingMayBeMissingButOfABusyMachineHalf() {
        assertThat(strict.allowsMissing(heardOneOf(1), ALL)).isTrue();
        assertThat(strict.allowsMissing(heardOneOf(2), ALL)).isFalse();
        assertThat(lenient.allowsMissing(heardOneOf(2), ALL)).isTrue();
        assertThat(lenient.allowsMissing(heardOneOf(3), ALL)).isFalse();
    }

    @Test
    void silenceIsNeverAllowed() {
        assertThat(lenient.allowsMissing(new VoicePath(List.of(), List.of(), ALL.to()), ALL))
                .isFalse();
    }

    @Test
    void whatUsuallyTakesLongerTakesLonger() {
        Duration second = Duration.ofSeconds(1);
        assertThat(strict.orLate(second)).isEqualTo(second);
        assertThat(lenient.orLate(second)).isEqualTo(Duration.ofSeconds(30));
        assertThat(lenient.orLate(Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(1));
        assertThat(strict.allowsDelay(401 * FRAME / 20)).isFalse();
        assertThat(lenient.allowsDelay(401 * FRAME / 20)).isTrue();
    }

    private static VoicePath heardOneOf(int several) {
        return new VoicePath(
                IntStream.range(0, 901).mapToObj(i -> frame(i)).toList(),
                IntStream.range(0, 901)
                        .filter(i -> i % several == 0)
                        .mapToObj(i -> frame(i))
                        .toList(),
                ALL.to());
    }

    private static Happening frame(int i) {
        return new Happening(Part.EXPERT, i * FRAME, "voice", Map.of("tick", 2 * i, "talkStart", false, "millis", 20));
    }
}
