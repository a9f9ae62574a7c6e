package io.pinhole.relay.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GlyphsTest {

    private static final double EM = 2048;
    private static final int ROCKET = 0x1F680;

    private final Glyphs glyphs = Glyphs.load();

    /** As the protocol says, so that other clients come to the same lines. */
    @Test
    void theMeasuresAreThoseOfRoboto() {
        assertThat(glyphs.ascent()).isEqualTo(1900 / EM);
        assertThat(glyphs.lineHeight()).isEqualTo(2400 / EM);
        assertThat(glyphs.capHeight()).isCloseTo(1456 / EM, within(1e-9));
        assertThat(glyphs.of('0').advance()).isEqualTo(1151 / EM);
    }

    @Test
    void lettersOfEuropeAreThereAndARocketIsNot() {
        Glyph missing = glyphs.of(ROCKET);
        assertThat(missing.outline().getBounds2D().getHeight()).isGreaterThan(0.5);
        for (int letter : "AzäßŠőĐŁЖёΩ€°µ²±→".codePoints().toArray()) {
            boolean arrow = letter == 0x2192;
            assertThat(glyphs.of(letter) == missing)
                    .as(Character.toString(letter))
                    .isEqualTo(arrow);
        }
    }

    @Test
    void aBlankHasAnAdvanceAndNoOutline() {
        assertThat(glyphs.of(' ').advance()).isBetween(0.2, 0.3);
        assertThat(glyphs.of(' ').outline().getBounds2D().isEmpty()).isTrue();
    }
}
