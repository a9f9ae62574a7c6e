package io.pinhole.relay.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** In widths of a digit, which all have the same. */
class WrappingTest {

    private final Glyphs glyphs = Glyphs.load();
    private final double digit = glyphs.of('0').advance();

    @Test
    void aLineEndsAtTheLastBlankThatFits() {
        assertThat(lines("111 222 333", 7.9)).containsExactly("111 222", "333");
        assertThat(lines("111 222 333", 3.1)).containsExactly("111", "222", "333");
        assertThat(lines("111 222 333", 100)).containsExactly("111 222 333");
        assertThat(lines("111 222 333", Double.POSITIVE_INFINITY)).containsExactly("111 222 333");
    }

    @Test
    void blanksAtTheEndOfALineStandOut() {
        assertThat(lines("111   222", 3.1)).containsExactly("111", "222");
        assertThat(lines("111   ", 3.1)).containsExactly("111   ");
        assertThat(lines("  1", 3.1)).containsExactly("  1");
    }

    @Test
    void aWordThatIsTooLongIsCutWhereItMust() {
        assertThat(lines("1234567", 3.1)).containsExactly("123", "456", "7");
        assertThat(lines("1 2345678", 3.1)).containsExactly("1", "234", "567", "8");
        assertThat(lines("123", 0.1)).containsExactly("1", "2", "3");
    }

    @Test
    void newlinesAlwaysDivide() {
        assertThat(lines("1\n\n2\n", 3.1)).containsExactly("1", "", "2", "");
        assertThat(lines("", 3.1)).containsExactly("");
    }

    @Test
    void charactersOfTwoUnitsAreNeverCut() {
        assertThat(lines("\uD83D\uDE80\uD83D\uDE80", 0.1)).containsExactly("\uD83D\uDE80", "\uD83D\uDE80");
    }

    private List<String> lines(String text, double digits) {
        return Wrapping.lines(text, digits * digit, glyphs).stream()
                .map(line -> new String(line, 0, line.length))
                .toList();
    }
}
