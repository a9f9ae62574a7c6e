package io.pinhole.protocol.widget.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What protocol/README.md says of the keys is what a document has. */
class WidgetReadmeTest {

    private static final Pattern ROW = Pattern.compile("^\\|( `\\w+`[^|]*)\\|([^|]*)\\|$", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("`(\\w+)`");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/widgets.json");

    @Test
    void theTablesNameEveryKeyAndNoOther() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String section = readme.substring(readme.indexOf("\n## Widgets as JSON"), readme.indexOf("\n## Codes"));
        Set<String> named = new TreeSet<>();
        ROW.matcher(section).results().forEach(row -> {
            named.addAll(words(row.group(1)));
            if (row.group(2).contains("object of")) {
                named.addAll(words(row.group(2)));
            }
        });
        Set<String> used = new TreeSet<>(keys());
        used.remove("deleted"); // a key only of "older"
        assertThat(named).isEqualTo(used);
    }

    private static Set<String> words(String cell) {
        return WORD.matcher(cell).results().map((MatchResult m) -> m.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (JsonParser parser = new JsonFactory().createParser(Files.readString(GOLDEN))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    keys.add(parser.currentName());
                }
            }
        }
        return keys;
    }
}
