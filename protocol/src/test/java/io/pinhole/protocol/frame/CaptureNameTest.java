package io.pinhole.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CaptureNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"Pump 7, after", "Dichtung (alt) #2", "密封", "a", "\uD83D\uDD27 fixed", "1.5 bar"})
    void a_name_that_a_file_may_have_is_taken_as_it_is(String name) throws RefusedException {
        assertThat(CaptureName.of(name).value()).isEqualTo(name);
    }

    @Test
    void blanks_around_it_go_and_composed_characters_are_one() throws RefusedException {
        assertThat(CaptureName.of("  Ru\u0308ckseite ").value()).isEqualTo("R\u00FCckseite");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "../up",
                "..",
                ".hidden",
                "end.",
                "a/b",
                "a\\b",
                "C:",
                "<b>bold</b>",
                "what?",
                "*",
                "a|b",
                "\""
            })
    void what_would_not_do_as_the_name_of_a_file_is_refused(String name) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> CaptureName.of(name))
                .extracting(RefusedException::code)
                .isEqualTo(Code.CAPTURE_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000b", "a\u202Eb", "a\uD800b"})
    void hidden_characters_are_refused(String name) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> CaptureName.of(name))
                .extracting(RefusedException::code)
                .isEqualTo(Code.BAD_TEXT);
    }

    @Test
    void ten_thousand_characters_are_refused() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> CaptureName.of("a".repeat(10_000)))
                .extracting(RefusedException::code)
                .isEqualTo(Code.BAD_TEXT);
    }

    @Test
    void names_that_differ_in_case_alone_have_one_key() throws RefusedException {
        assertThat(CaptureName.of("STRASSE \u00C4").key())
                .isEqualTo(CaptureName.of("stra\u00DFe \u00E4").key());
        assertThat(CaptureName.of("seal a").key())
                .isNotEqualTo(CaptureName.of("seal b").key());
    }
}
