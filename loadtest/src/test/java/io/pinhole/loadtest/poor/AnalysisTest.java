package io.pinhole.loadtest.poor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pinhole.loadtest.local.LocalLine.Carried;
import io.pinhole.loadtest.poor.Recording.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisTest {

    private static final int BYTES = 100_000;
    private static final Material MATERIAL = new Material(List.of(), BYTES, 10_000, 20_000);

    @TempDir
    private Path folder;

    @Test
    void voiceIsComparedWithItselfBeforeAndThePhotoWithWhatIsPossible() {
        Diaries diaries = new Diaries(folder)
                .talk(0, 5000, 120)
                .talk(5000, 15_000, 250)
                .talk(15_000, 25_000, 450)
                .talk(25_000, 30_000, 2000) // after the photo
                .shared(5000, "p")
                .whole(6000, "p", "preview")
                .piece(7000, "p", 0, 9000)
                .piece(8000, "p", 9000, 1000)
                .piece(25_000, "p", 10_000, 90_000)
                .whole(25_000, "p", "working");
        Figures figures = analyse("L1", diaries);
        close(figures, "voice.before.p50", 120);
        close(figures, "voice.during.p50", 250);
        close(figures, "voice.p99OverP50", 330);
        close(figures, "voice.late200Percent", 50);
        close(figures, "voice.late400Percent", 0);
        close(figures, "preview.seconds", 1);
        close(figures, "scan.seconds", 3);
        close(figures, "scan.percentOfTime", 15);
        close(figures, "scan.percentOfBytes", 10);
        close(figures, "photo.seconds", 20);
        close(figures, "photo.overLimit", 20 / (BYTES * 8 / 36_800.0));
        close(figures, "wire.kilobitsBefore", 40);
        close(figures, "wire.bytesPerByte", 162_400.0 / (BYTES + 1001 * 40));
    }

    @Test
    void aPhotoThatNeverGotThereHasNoTime() {
        Diaries diaries =
                new Diaries(folder).talk(0, 25_000, 120).shared(5000, "p").piece(7000, "p", 0, 25_000);
        Figures figures = analyse("L1", diaries);
        assertThat(figures.get("photo.seconds")).isEmpty();
        assertThat(figures.get("photo.overLimit")).isEmpty();
        close(figures, "photo.percent", 25);
    }

    @Test
    void afterARiseThePhotoIsFaster() {
        Diaries diaries = new Diaries(folder).talk(0, 40_000, 120).shared(5000, "p");
        for (int second = 5, offset = 0; second < 30; second++) {
            int bytes = second < 22 ? 1000 : 5000;
            diaries.piece(second * 1000L + 500, "p", offset, bytes);
            offset += bytes;
        }
        close(analyse("rise", diaries), "rate.faster", 5);
    }

    @Test
    void afterAnOutageVoiceComesBack() {
        Diaries diaries = new Diaries(folder)
                .talk(0, 20_000, 120)
                .talk(20_000, 25_500, 3000)
                .talk(25_500, 40_000, 300)
                .shared(5000, "p");
        close(analyse("outage", diaries), "outage.voiceBackSeconds", 0.8);
    }

    @Test
    void whatMovedBesideAnotherIsCounted() {
        Diaries diaries = new Diaries(folder)
                .talk(0, 32_000, 120)
                .talk(32_000, 40_000, 150)
                .shared(5000, "p")
                .piece(14_000, "p", 0, 100)
                .piece(16_000, "p", 100, 200)
                .piece(29_000, "p", 300, 400)
                .piece(31_000, "p", 700, 800);
        Figures figures = analyse("beside", diaries);
        close(figures, "beside.photoBytes", 600);
        close(figures, "beside.voiceBackSeconds", 0);
    }

    private static Figures analyse(String scene, Diaries diaries) {
        Run run = new Run(
                Scenes.named(scene).orElseThrow(), Direction.UP, Transport.TLS, Load.PHOTO, 1, Optional.empty());
        List<Reading> readings = List.of(
                new Reading(Diaries.nanos(2000), new Carried(10_000, 0)),
                new Reading(Diaries.nanos(4700), new Carried(23_500, 0)),
                new Reading(Diaries.nanos(25_050), new Carried(185_900, 0)));
        return Analysis.of(
                new Recording(run, new Span(0, Diaries.nanos(25_050)), diaries.progress(), readings, MATERIAL));
    }

    private static void close(Figures figures, String name, double value) {
        assertThat(figures.get(name)).as(name).isPresent();
        assertThat(figures.get(name).orElseThrow()).as(name).isCloseTo(value, within(Math.abs(value) / 100 + 1e-9));
    }
}
