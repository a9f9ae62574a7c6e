package io.pinhole.loadtest.poor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README says of the scenes is what they are. */
class ScenesTest {

    static Stream<Scene> scenes() {
        return Scenes.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void theReadmeHasEveryScene(Scene scene) throws Exception {
        assertThat(readme())
                .contains(String.format(
                        Locale.ROOT,
                        "| `%s` | %s | %d ms | %s | %s |",
                        scene.name(),
                        rate(scene.line()),
                        scene.line().up().delayMillis() + scene.line().down().delayMillis(),
                        String.format(Locale.ROOT, "%d ms", scene.line().up().queueMillis()),
                        scene.isLossy()
                                ? String.format(
                                        Locale.ROOT,
                                        "%.0f %%",
                                        scene.line().up().lossPercent())
                                : ""));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void theReadmeHasEveryBar(Scene scene) throws Exception {
        String readme = readme();
        for (Bar bar : Bars.of(scene, Direction.UP)) {
            assertThat(readme).contains("| `" + scene.name() + "` | " + bar.says() + " | " + bar.boundText() + " |");
        }
    }

    @Test
    void namesAreKnownHoweverTheyAreWritten() {
        assertThat(Scenes.named("l1")).isEqualTo(Scenes.named("L1")).isPresent();
        assertThat(Scenes.named("L9")).isEmpty();
        assertThat(Scenes.ALL).extracting(Scene::name).doesNotHaveDuplicates();
    }

    @Test
    void aQueueIsAsManyBytesAsItsTimeAtTheRate() {
        assertThat(new Way(64, 100, 0, 2000).queueBytes()).isEqualTo(16_000);
    }

    private static String rate(Line line) {
        List<Integer> rates = List.of(line.up().kilobitsPerSecond(), line.down().kilobitsPerSecond());
        return rates.get(0).equals(rates.get(1))
                ? rates.get(0) + " kbit/s"
                : rates.get(0) + " up, " + rates.get(1) + " down";
    }

    private static String readme() throws Exception {
        return Files.readString(Path.of("README.md"));
    }
}
