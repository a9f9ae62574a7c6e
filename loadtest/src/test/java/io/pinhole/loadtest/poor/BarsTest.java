package io.pinhole.loadtest.poor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BarsTest {

    static Stream<Scene> scenes() {
        return Scenes.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everySceneHasBarsAndNoneIsHeldByNothing(Scene scene) {
        Measured nothing = new Measured(Figures.NONE, Figures.NONE, Figures.NONE);
        assertThat(Bars.of(scene, Direction.UP)).isNotEmpty().noneMatch(bar -> bar.isHeld(nothing));
    }

    @Test
    void theBoundItselfIsHeld() {
        Bar most = Bar.most("voice", "ms", 180, measured -> measured.get("a"));
        Bar least = Bar.least("faster", "times", 3, measured -> measured.get("a"));
        assertThat(most.isHeld(measured(180))).isTrue();
        assertThat(most.isHeld(measured(180.1))).isFalse();
        assertThat(least.isHeld(measured(3))).isTrue();
        assertThat(least.isHeld(measured(2.9))).isFalse();
        assertThat(most.boundText()).isEqualTo("<= 180 ms");
        assertThat(least.boundText()).isEqualTo(">= 3 times");
    }

    @Test
    void inAnAlbumTheViewedOneMustBeFirst() {
        Scene album = Scenes.named("album").orElseThrow();
        Map<String, Double> values = Map.of(
                "photo.seconds", 50.0,
                "album.otherSeconds", 40.0,
                "album.previewsSeconds", 4.0,
                "album.secondScanSeconds", 9.0);
        Measured measured = new Measured(new Figures(values), Figures.NONE, Figures.NONE);
        assertThat(Bars.of(album, Direction.UP))
                .extracting(bar -> bar.isHeld(measured))
                .containsExactly(true, false);
        assertThat(Bars.of(album, Direction.DOWN))
                .extracting(bar -> bar.isHeld(measured))
                .containsExactly(true);
    }

    private static Measured measured(double value) {
        return new Measured(new Figures(Map.of("a", value)), Figures.NONE, Figures.NONE);
    }
}
