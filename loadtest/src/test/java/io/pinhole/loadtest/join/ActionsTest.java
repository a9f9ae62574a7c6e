package io.pinhole.loadtest.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 mode photo",
                "1.5 mode video",
                "2 open last",
                "2 open last full",
                "2 open 000102030405060708090a0b0c0d0e0f full",
                "3 close",
                "3 list",
                "4 rename last A new title",
                "5 withdraw last",
                "6 key shoot",
                "6 key open",
                "6 key back",
                "6 leave",
                "6 end",
                "7 drop",
                "7 publish",
                "8 follow last",
                "8 arrow 100 100 -50 300",
                "8 text 1 2 hello there",
                "8 marker 1 2 3",
                "8 stamp 1 2 check",
                "9 update last width=300 stroke=ff00ff00 at=1,2,3,4",
                "9 delete 000102030405060708090a0b0c0d0e0f",
                "9 clear mine",
                "9 clear all",
                "9 undo",
                "9 redo",
                "9 lock last",
                "9 unlock last",
                "9 pointer 5 6",
                "9 save Seal before"
            })
    void everyActionIsUnderstood(String line) {
        assertThat(Actions.parse(line).seconds()).isEqualTo(Double.parseDouble(line.split(" ")[0]));
    }

    @ParameterizedTest
    @CsvSource({
        "x leave, is not a number of seconds",
        "-1 leave, is not a number of seconds",
        "1, a line is SECONDS action arguments",
        "1 jump, is no action",
        "1 mode dark, a mode is photo or video",
        "1 key press, a key is shoot",
        "1 open first, a photo is 'last'",
        "1 open last big, opened full",
        "1 arrow 1 2 3, is not x y width height",
        "1 stamp 1 2 heart, no stamp is",
        "1 clear theirs, clear mine or clear all",
        "1 update last size=3, is no field",
        "1 ink none.txt, none.txt cannot be read",
        "1 photo none.jpg, none.jpg cannot be shared",
        "'1 photo redact=1,2,3 none.jpg', is not redact=X"
    })
    void whatIsWrongIsNamed(String line, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Actions.parse(line))
                .withMessageContaining(reason);
    }

    @Test
    void aScriptNamesTheLine() throws IOException {
        Path script = folder.resolve("script.txt");
        Files.writeString(script, "# comment\n\n 1 leave \n2 jump\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Script.read(script))
                .withMessageContaining("script.txt:4: 'jump'");
    }

    @Test
    void aPhotoOptionNeedsItsTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Actions.photo("a.jpg"))
                .withMessage("'a.jpg' is not FILE@SECONDS");
    }
}
