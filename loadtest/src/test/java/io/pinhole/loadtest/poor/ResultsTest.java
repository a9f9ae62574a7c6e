package io.pinhole.loadtest.poor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    private static final Run ONE = run(1);
    private static final Run TWO = run(2);

    @TempDir
    private Path folder;

    @Test
    void whatWasMeasuredIsKnownTheNextTime() throws Exception {
        Path file = folder.resolve("results.json");
        Results.of(Optional.of(file)).add(ONE, new Figures(Map.of("photo.seconds", 71.5, "voice.lost", 0.0)));
        Results again = Results.of(Optional.of(file));
        assertThat(again.of(ONE)).hasValue(new Figures(Map.of("photo.seconds", 71.5, "voice.lost", 0.0)));
        assertThat(again.of(TWO)).isEmpty();
        again.add(TWO, new Figures(Map.of("photo.seconds", 70.0)));
        Results both = Results.of(Optional.of(file));
        assertThat(both.of(ONE)).isPresent();
        assertThat(both.of(TWO)).isPresent();
        assertThat(folder.toFile().list()).containsExactly("results.json");
    }

    @Test
    void withoutAFileNothingIsKept() throws Exception {
        Results results = Results.of(Optional.empty());
        results.add(ONE, Figures.NONE);
        assertThat(results.of(ONE)).hasValue(Figures.NONE);
    }

    @Test
    void aFileOfSomethingElseIsNotOverwritten() throws Exception {
        Path file = Files.writeString(folder.resolve("photo.json"), "{\"photo\":1}");
        assertThatIOException()
                .isThrownBy(() -> Results.of(Optional.of(file)))
                .withMessageContaining("photo.json has no results");
    }

    @Test
    void eachRunHasAKeyOfItsOwn() {
        assertThat(ONE.key()).isEqualTo("L1/up/tls/photo/user-space/1");
        Run other = new Run(ONE.scene(), Direction.DOWN, Transport.WSS, Load.QUIET, 3, Optional.of("bbr"));
        assertThat(other.key()).isEqualTo("L1/down/wss/quiet/bbr/3");
    }

    private static Run run(int number) {
        Scene scene = Scenes.named("L1").orElseThrow();
        return new Run(scene, Direction.UP, Transport.TLS, Load.PHOTO, number, Optional.empty());
    }
}
