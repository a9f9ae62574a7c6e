package io.pinhole.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.FrameType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What protocol/README.md says of frames and codes is what the code does. */
final class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final int FIRST_REFUSAL = 40;

    private final String readme = text();

    @Test
    void the_table_of_frames_is_the_table_of_the_code() {
        List<String> inCode = Arrays.stream(FrameType.values())
                .map(type -> String.format(
                        "| 0x%02x | `%s` | %s | %s | %d |",
                        type.code(), type, lower(type.trafficClass()), lower(type.sender()), type.maxBody()))
                .toList();
        assertThat(matches("^(\\| 0x[0-9a-f]{2} \\| `[A-Z_]+` \\| \\w+ \\| \\w+ \\| \\d+ \\|)"))
                .isEqualTo(inCode);
    }

    @Test
    void the_table_of_codes_is_the_table_of_the_code() {
        List<String> inCode = Arrays.stream(Code.values())
                .map(code -> String.format(
                        "| %d | `%s` | %s", code.number(), code, code.number() < FIRST_REFUSAL ? "ends" : "refuses"))
                .toList();
        assertThat(matches("^(\\| \\d+ \\| `[A-Z_]+` \\| \\w+)")).isEqualTo(inCode);
    }

    @Test
    void every_frame_of_the_example_is_in_the_golden_file() {
        Map<String, byte[]> golden = GoldenFrames.read();
        List<String> example = matches("^(?:client|relay) +([a-z-]+ +[0-9a-f]+)$");
        assertThat(example).hasSizeGreaterThan(5);
        for (String line : example) {
            String[] nameAndHex = line.split(" +");
            assertThat(golden).containsKey(nameAndHex[0]);
            assertThat(nameAndHex[1]).as(nameAndHex[0]).isEqualTo(HexFormat.of().formatHex(golden.get(nameAndHex[0])));
        }
    }

    @Test
    void every_file_that_it_refers_to_exists() {
        assertThat(matches("\\]\\((src/[^)]+)\\)")).isNotEmpty().allMatch(file -> Files.exists(Path.of(file)));
    }

    @Test
    void every_section_that_it_refers_to_exists() {
        List<String> sections = matches("^## (.*)$").stream()
                .map(title -> title.toLowerCase(Locale.ROOT).replace(' ', '-'))
                .toList();
        assertThat(sections).containsAll(matches("\\]\\(#([^)]+)\\)"));
    }

    /** The first group of every match, in order. */
    private List<String> matches(String regex) {
        List<String> matches = new ArrayList<>();
        Pattern.compile(regex, Pattern.MULTILINE)
                .matcher(readme)
                .results()
                .map((MatchResult result) -> result.group(1))
                .forEach(matches::add);
        return matches;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String text() {
        try {
            return Files.readString(README);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
