package io.pinhole.loadtest.poor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiaryTest {

    @TempDir
    private Path folder;

    @Test
    void aHalfLineWaitsForItsOtherHalf() throws Exception {
        Path file = folder.resolve("events");
        Diary diary = new Diary(file);
        diary.look();
        assertThat(diary.all("joined")).isEmpty();
        Files.writeString(file, "{\"t\":5,\"ev\":\"joined\"}\n{\"t\":6,\"ev\":\"jo");
        diary.look();
        assertThat(diary.all("joined")).hasSize(1);
        Files.writeString(file, "ined\",\"name\":\"J\u00fcrg\"}\n", StandardOpenOption.APPEND);
        diary.look();
        assertThat(diary.all("joined")).hasSize(2).last().satisfies(moment -> {
            assertThat(moment.at()).isEqualTo(6);
            assertThat(moment.text("name")).isEqualTo("J\u00fcrg");
        });
    }

    @Test
    void whatIsNoEventIsSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moment.parse("nonsense"))
                .withMessageContaining("nonsense");
    }
}
