package io.pinhole.relay.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.jpeg.TestJpegs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text needs no font of the system, and so neither fontconfig nor freetype. */
class NoFontsTest {

    /** What looks for fonts, reads their files or draws with them; not the names that java.awt.Font drags along. */
    private static final Pattern FONT_MACHINERY = Pattern.compile(
            "\\bsun\\.(font|awt)\\.\\w*(FontManager|FontConfig|FontScaler|Strike|TrueTypeFont|PhysicalFont|GlyphLayout)");

    @Test
    void flatteningLoadsNothingThatLooksForFonts(@TempDir Path folder) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes.log");
        run(classes, folder, Showcase.class);
        List<String> loaded = Files.readAllLines(classes);
        assertThat(loaded).anyMatch(line -> line.contains("org.apache.fontbox.ttf.TrueTypeFont"));
        assertThat(loaded).noneMatch(line -> FONT_MACHINERY.matcher(line).find());
        assertThat(folder.resolve("flattened.jpg")).isNotEmptyFile();
    }

    /** That the test above could fail: so it looks when AWT draws a text. */
    @Test
    void textByAwtWouldBeNoticed(@TempDir Path folder) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes.log");
        run(classes, folder, AwtText.class);
        assertThat(Files.readAllLines(classes))
                .anyMatch(line -> FONT_MACHINERY.matcher(line).find());
    }

    /** Its exit is not looked at: without fonts the second of them dies. */
    private static void run(Path classes, Path folder, Class<?> main) throws IOException, InterruptedException {
        Path photo = Files.write(folder.resolve("photo.jpg"), TestJpegs.photo("rocket.jpg"));
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Djava.awt.headless=true",
                        "-Xlog:class+load:file=" + classes,
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        photo.toString(),
                        folder.resolve("flattened.jpg").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start()
                .waitFor();
    }
}
