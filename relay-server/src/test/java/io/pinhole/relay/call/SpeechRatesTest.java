package io.pinhole.relay.call;

import static io.pinhole.relay.call.Rung.BAD;
import static io.pinhole.relay.call.Rung.FAIR;
import static io.pinhole.relay.call.Rung.GOOD;
import static io.pinhole.relay.call.Rung.POOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.link.LineEstimate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three in a call whose lines are estimated once a second. */
class SpeechRatesTest {

    private static final long MILLI = 1_000_000L;
    private static final LineEstimate.Waiting NOTHING = new LineEstimate.Waiting(0, 0, 0);

    private final Map<String, Rung> told = new HashMap<>();
    private final SpeechRates<String> rates = new SpeechRates<>(told::put);
    private final Map<String, Talk> talks = new HashMap<>();
    private final Map<String, LineEstimate> lines = new HashMap<>();
    private long now;

    @BeforeEach
    void threeWithGoodLines() {
        for (String person : new String[] {"anna", "ben", "carl"}) {
            come(person);
            line(person, 300, 300);
        }
    }

    @Test
    void whoComesBeginsWithTheFirstRung() {
        assertThat(told).containsOnly(Map.entry("anna", FAIR), Map.entry("ben", FAIR), Map.entry("carl", FAIR));
    }

    @Test
    void goodLinesAreUsedInTheEnd() {
        pass(12);
        assertThat(told.values()).containsOnly(GOOD);
    }

    @Test
    void aSlowListenerBindsTheOthersButNotItself() {
        line("anna", 300, 60);
        pass(15);
        assertThat(told).containsEntry("ben", POOR).containsEntry("carl", POOR).containsEntry("anna", GOOD);
    }

    @Test
    void aSlowUplinkBindsItsSpeakerAlone() {
        line("anna", 60, 300);
        pass(15);
        assertThat(told).containsEntry("anna", POOR).containsEntry("ben", GOOD).containsEntry("carl", GOOD);
    }

    @Test
    void whatIsNotKnownBindsNobody() {
        line("anna", 0, 0);
        pass(15);
        assertThat(told.values()).containsOnly(GOOD);
    }

    @Test
    void withNothingKnownTheFirstRungStays() {
        lines.keySet().forEach(person -> line(person, 0, 0));
        pass(30);
        assertThat(told.values()).containsOnly(FAIR);
    }

    @Test
    void whoTalkAtOnceShareAListenersLine() {
        line("anna", 300, 60);
        for (int i = 0; i < 15; i++) {
            talk("ben");
            talk("carl");
            pass(1);
        }
        assertThat(told).containsEntry("ben", BAD).containsEntry("carl", BAD).containsEntry("anna", GOOD);
    }

    @Test
    void aListenersOwnTalkTakesNothingFromItsLine() {
        line("anna", 300, 60);
        for (int i = 0; i < 15; i++) {
            talk("anna");
            talk("ben");
            pass(1);
        }
        assertThat(told).containsEntry("ben", POOR).containsEntry("carl", POOR);
    }

    @Test
    void whoHasGoneBindsNobodyAnyMore() {
        line("anna", 300, 60);
        pass(15);
        rates.end("anna");
        lines.remove("anna");
        pass(15);
        assertThat(told).containsEntry("ben", GOOD).containsEntry("carl", GOOD);
    }

    @Test
    void anEstimateThatComesAfterTheEndIsLetGo() {
        rates.end("anna");
        told.clear();
        rates.estimated("anna", lines.get("anna"), now);
        assertThat(told).isEmpty();
    }

    @Test
    void whoComesToASlowListenerBeginsAccordingly() {
        line("anna", 300, 30);
        pass(1);
        come("dora");
        assertThat(told).containsEntry("dora", BAD);
    }

    private void come(String person) {
        Talk talk = new Talk();
        talks.put(person, talk);
        rates.begin(person, talk, now);
    }

    private void line(String person, int kilobitsUp, int kilobitsDown) {
        lines.put(person, new LineEstimate(kilobitsDown * 1e3, kilobitsUp * 1e3, 100, 0, 60, 0, 0, NOTHING));
    }

    /** Two frames that follow each other. */
    private void talk(String person) {
        talks.get(person).heard(now);
        talks.get(person).heard(now + 20 * MILLI);
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now += 900 * MILLI;
            lines.forEach((person, line) -> rates.estimated(person, line, now));
            now += 100 * MILLI;
        }
    }
}
