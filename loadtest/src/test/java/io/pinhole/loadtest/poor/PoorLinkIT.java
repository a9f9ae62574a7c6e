package io.pinhole.loadtest.poor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.loadtest.poor.Group.Effort;
import io.pinhole.loadtest.poor.Scene.Photos;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from processes to figures, with a small photo. What the figures are is no business of a test. */
@Timeout(180)
class PoorLinkIT {

    private static final Line LINE = new Line(new Way(512, 10, 0, 500), new Way(256, 10, 0, 500));
    private static final Scene SCENE = new Scene("trial", LINE, Speech.USUAL, List.of(), new Photos(1, 20_000), false);

    @TempDir
    private Path folder;

    @Test
    void theProductAndTheControlAreMeasuredOnceAndKept() throws Exception {
        Path file = folder.resolve("results.json");
        Group group = new Group(SCENE, Direction.DOWN, Transport.WSS, Optional.empty(), new Effort(1, true));
        List<Run> runs = group.all();
        Results results = Results.of(Optional.of(file));
        StringWriter out = new StringWriter();
        try (Season season =
                new Season(new Stage(new UserSpaceGround(), 4), results, runs.size(), new PrintWriter(out))) {
            assertThat(season.play(List.of(group))).isZero();
        }
        assertThat(out.toString())
                .contains("trial down, wss, user space, 1 run")
                .doesNotContain("failed");
        Results kept = Results.of(Optional.of(file));
        for (Run run : runs) {
            Figures figures = kept.of(run).orElseThrow();
            assertThat(figures.get("photo.percent")).as(run.key()).hasValue(100.0);
            assertThat(figures.values())
                    .containsKeys("voice.before.p50", "voice.during.p99", "voice.mosDuring", "wire.bytesPerByte")
                    .containsKeys("note.during.p99", "noteBack.during.p99", "preview.seconds", "scan.seconds");
            assertThat(figures.values().get("voice.frames")).isPositive();
            assertThat(figures.values().get("photo.seconds")).isGreaterThan(20_000 * 8 / 256_000.0 * 0.9);
        }
    }
}
