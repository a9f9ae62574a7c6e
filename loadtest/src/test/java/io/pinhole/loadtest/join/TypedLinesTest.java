package io.pinhole.loadtest.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedLinesTest {

    @Test
    void anEmptyLineEndsAPortion() throws InterruptedException {
        TypedLines lines = typed("0 mode photo\n0 list\n\n\n0 close\n\n");
        assertThat(texts(lines.next())).containsExactly("0 mode photo", "0 list");
        assertThat(texts(lines.next())).containsExactly("0 close");
        assertThat(lines.next()).isEmpty();
    }

    @Test
    void theEndOfInputEndsAPortionToo() throws InterruptedException {
        TypedLines lines = typed("0 leave");
        assertThat(texts(lines.next())).containsExactly("0 leave");
        assertThat(lines.next()).isEmpty();
    }

    @Test
    void aWrongLineDoesNotEndTheOthers() throws InterruptedException {
        TypedLines lines = typed("0 dance\n0 list\n\n");
        assertThat(texts(lines.next())).containsExactly("0 dance", "0 list");
    }

    private static TypedLines typed(String text) {
        return TypedLines.read(new BufferedReader(new StringReader(text)));
    }

    private static List<String> texts(List<ScriptLine> lines) {
        return lines.stream().map(ScriptLine::text).toList();
    }
}
