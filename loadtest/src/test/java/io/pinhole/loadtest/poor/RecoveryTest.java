package io.pinhole.loadtest.poor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    private static final double IN_TIME = 300;

    @TempDir
    private Path folder;

    @Test
    void voiceIsBackWithTheFirstFrameOfManyInTime() {
        Track track = track(
                new Diaries(folder).talk(0, 2000, 100).talk(2000, 3000, 900).talk(3000, 5000, 150));
        assertThat(Recovery.seconds(track, Diaries.nanos(2500), IN_TIME)).hasValue(0.65);
    }

    @Test
    void oneGoodFrameIsNotEnough() {
        Track track = track(new Diaries(folder)
                .talk(0, 1000, 900)
                .talk(1000, 1200, 100)
                .talk(1200, 1220, 900)
                .talk(1220, 3000, 100));
        assertThat(Recovery.seconds(track, Diaries.nanos(1000), IN_TIME)).hasValue(0.32);
    }

    @Test
    void aLostFrameIsNotInTime() {
        Diaries diaries = new Diaries(folder).talk(0, 1000, 100);
        diaries.said("voice-sent", 50, 1000).talk(1020, 3000, 100);
        assertThat(Recovery.seconds(track(diaries), Diaries.nanos(700), IN_TIME))
                .hasValue(0.42);
    }

    @Test
    void voiceThatStaysLateDoesNotComeBack() {
        Track track = track(new Diaries(folder).talk(0, 1000, 100).talk(1000, 4000, 900));
        assertThat(Recovery.seconds(track, Diaries.nanos(1500), IN_TIME)).isEmpty();
    }

    @Test
    void whatNeverWentIsBackAtOnce() {
        Track track = track(new Diaries(folder).talk(0, 4000, 100));
        assertThat(Recovery.seconds(track, Diaries.nanos(1500), IN_TIME)).hasValue(0.0);
    }

    private static Track track(Diaries diaries) {
        Progress progress = diaries.progress();
        return Track.voice(progress.sender(), progress.receiver());
    }
}
