package io.pinhole.relay.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.SpeakAt;
import io.pinhole.protocol.frame.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RungTest {

    @ParameterizedTest
    @CsvSource({
        "1e9,     24000, 20, 20",
        "600e3,   24000, 20, 20",
        "599.9e3, 24000, 20, 40",
        "200e3,   24000, 20, 40",
        "199.9e3, 16000, 20, 60",
        "96e3,    16000, 20, 60",
        "95.9e3,  12000, 20, 60",
        "48e3,    12000, 20, 60",
        "47.9e3,   8000, 60, 120",
        "24e3,     8000, 60, 120",
        "23.9e3,   6000, 60, 120",
        "0.1,      6000, 60, 120"
    })
    void eachRateHasItsRung(double bitsPerSecond, int opus, int frameMillis, int bundleMillis) {
        assertThat(Rung.of(bitsPerSecond).speakAt()).isEqualTo(new SpeakAt(opus, frameMillis, bundleMillis));
    }

    @Test
    void withoutAnyKnownLineItIsTheFirst() {
        assertThat(Rung.of(Double.POSITIVE_INFINITY).speakAt()).isEqualTo(new SpeakAt(16_000, 20, 60));
    }

    @Test
    void everyRungCanBeSpoken() {
        for (Rung rung : Rung.values()) {
            SpeakAt at = rung.speakAt();
            assertThat(Voice.Duration.ofMillis(at.frameMillis()).millis()).isEqualTo(at.frameMillis());
            assertThat(at.bundleMillis() % at.frameMillis()).isZero();
        }
    }
}
