package io.pinhole.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void whatWouldBreakALineOrAStringIsEscaped() {
        assertThat(text("a\"b\\c\n\r\t\u0001\u2028\u2029")).isEqualTo("a\\\"b\\\\c\\n\\r\\t\\u0001\\u2028\\u2029");
    }

    @Test
    void halvesOfCharactersOutliveUtf8() throws Exception {
        for (String text :
                new String[] {"\ud83d", "\ud83d!", "!\ude00", "\ude00\ud83d", "\ud83d\ude00", "\ud83d\ud83d\ude00"}) {
            byte[] sent = JsonText.of(json -> json.writeString(text)).getBytes(StandardCharsets.UTF_8);
            String back = JsonInput.read(new String(sent, StandardCharsets.UTF_8), JsonInput::text);
            assertThat(back).isEqualTo(text);
        }
    }

    @Test
    void otherLettersStayReadable() {
        assertThat(text("F\u00f6rderband \u05d0 \u4e2d")).isEqualTo("F\u00f6rderband \u05d0 \u4e2d");
    }

    private static String text(String value) {
        String json = JsonText.of(out -> out.writeString(value));
        return json.substring(1, json.length() - 1);
    }
}
