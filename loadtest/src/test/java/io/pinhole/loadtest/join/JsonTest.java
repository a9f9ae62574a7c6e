package io.pinhole.loadtest.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void keysKeepTheirOrderAndNumbersTheirForm() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("t", 9_007_199_254_740_993L);
        fields.put("whole", true);
        fields.put("name", "Ana");
        assertThat(Json.object(fields)).isEqualTo("{\"t\":9007199254740993,\"whole\":true,\"name\":\"Ana\"}");
    }

    @Test
    void whatWouldBreakALineOrAStringIsEscaped() {
        assertThat(text("a\"b\\c\n\r\t\u0001\u2028\u2029")).isEqualTo("a\\\"b\\\\c\\n\\r\\t\\u0001\\u2028\\u2029");
    }

    @Test
    void halvesOfCharactersAreEscapedAndWholesAreNot() {
        assertThat(text("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
        assertThat(text("\ud83d!")).isEqualTo("\\ud83d!");
        assertThat(text("!\ude00")).isEqualTo("!\\ude00");
        assertThat(text("\ud83d")).isEqualTo("\\ud83d");
    }

    private static String text(String value) {
        String json = Json.object(Map.of("k", value));
        return json.substring("{\"k\":\"".length(), json.length() - "\"}".length());
    }
}
