package io.pinhole.loadtest.poor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackTest {

    @TempDir
    private Path folder;

    @Test
    void voiceIsLateAfterItWasDueAndMayBeLost() {
        Progress progress = new Diaries(folder)
                .said("voice-sent", 0, 0)
                .said("voice-sent", 1, 20)
                .said("voice-sent", 2, 40)
                .heard("voice-received", 0, 0, 100)
                .heard("voice-received", 2, 40, 340)
                .progress();
        Track track = Track.voice(progress.sender(), progress.receiver());
        Delays all = track.delays(new Span(0, Diaries.nanos(60)));
        assertThat(all.sorted()).containsExactly(100.0, 300.0);
        assertThat(all.lost()).isEqualTo(1);
        assertThat(track.delays(new Span(Diaries.nanos(20), Diaries.nanos(40))).count())
                .isEqualTo(1);
    }

    @Test
    void aNoteIsThereWithTheNextThatReplacesIt() {
        Progress progress = new Diaries(folder)
                .said("note-made", 1, 200)
                .said("note-made", 2, 400)
                .said("note-made", 3, 600)
                .said("note-made", 4, 800)
                .heard("note-received", 1, 200, 250)
                .heard("note-received", 3, 600, 700)
                .progress();
        Delays notes = Track.notes(progress.sender(), progress.receiver()).delays(new Span(0, Diaries.nanos(1000)));
        assertThat(notes.sorted()).containsExactly(50.0, 100.0, 300.0);
        assertThat(notes.lost()).isEqualTo(1);
    }

    @Test
    void aBusyMachineShowsInWhatWasSaidLate() {
        Progress progress = new Diaries(folder)
                .sender("{\"t\":7000000,\"ev\":\"voice-sent\",\"seq\":0,\"bytes\":40,\"due\":0}")
                .progress();
        Track track = Track.voice(progress.sender(), progress.receiver());
        assertThat(track.saidLate(new Span(0, 1)).sorted()).containsExactly(7.0);
    }
}
