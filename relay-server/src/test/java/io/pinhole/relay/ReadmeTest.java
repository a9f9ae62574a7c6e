package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the READMEs name is there. */
class ReadmeTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern FILE = Pattern.compile("`([\\w.-]+(?:/[\\w.-]+)+\\.\\w+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    static Stream<Path> readmes() {
        return Stream.of(
                        "README.md",
                        "protocol/README.md",
                        "relay-server/README.md",
                        "loadtest/README.md",
                        "loadtest/lab/README.md",
                        "deploy/README.md")
                .map(ROOT::resolve);
    }

    @ParameterizedTest
    @MethodSource("readmes")
    void everyFileThatAReadmeNamesExists(Path readme) throws IOException {
        for (String name : matches(FILE, readme)) {
            if (name.contains("/target/")) {
                continue; // the build makes it
            }
            assertThat(ROOT.resolve(name)).as(name).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("readmes")
    void everyLinkOfAReadmeLeadsSomewhere(Path readme) throws IOException {
        for (String target : matches(LINK, readme)) {
            assertThat(readme.resolveSibling(target)).as(target).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aNewcomerFindsTenPlaces(Path readme) throws IOException {
        assertThat(matches(FILE, readme)).hasSizeGreaterThanOrEqualTo(10);
    }

    static Stream<Path> tables() {
        return Stream.of(ROOT.resolve("relay-server/README.md"));
    }

    private static List<String> matches(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }
}
