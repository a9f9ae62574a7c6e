package io.pinhole.loadtest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventTailTest {

    @Test
    void onlyWholeLinesAreRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("events");
        EventTail tail = new EventTail(file);
        assertThat(tail.next()).isEmpty();
        append(file, "one\ntwö");
        assertThat(tail.next()).containsExactly("one");
        assertThat(tail.next()).isEmpty();
        append(file, " and a half\nthree\n");
        assertThat(tail.next()).containsExactly("twö and a half", "three");
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
