package io.pinhole.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class VoiceReportTest {

    private static final VoiceLoad LOAD = new VoiceLoad(1, 1);

    @Test
    void aRunIsWholeWhenEveryFrameCameOnce() {
        assertThat(report(100, 0, 0).isWhole()).isTrue();
    }

    @Test
    void aRunWithALostFrameIsNotWhole() {
        assertThat(report(100, 1, 0).isWhole()).isFalse();
    }

    @Test
    void aRunWithAFrameTooManyIsNotWhole() {
        assertThat(report(100, 0, 1).isWhole()).isFalse();
    }

    @Test
    void aRunThatDidNotSayEverythingIsNotWhole() {
        assertThat(report(99, 0, 0).isWhole()).isFalse();
    }

    @Test
    void theFiguresStandInTheText() {
        assertThat(report(100, 3, 0).text()).contains("100 sent, 97 received, 3 lost", "relay CPU", "p99.9");
    }

    private static VoiceReport report(long sent, long lost, long surplus) {
        Histogram times = new Histogram(2);
        times.recordValue(1_000_000);
        VoiceFigures people = new VoiceFigures(sent, sent - lost, lost, surplus, times, times, 0.5);
        return new VoiceReport(LOAD, people, new RelayFigures(new Buckets(new TreeMap<>()), 1, 0));
    }
}
