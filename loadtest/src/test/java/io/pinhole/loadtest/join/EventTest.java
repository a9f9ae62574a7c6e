package io.pinhole.loadtest.join;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventTest {

    @Test
    void keysKeepTheirOrderAndValuesTheirForm() {
        String json = Event.of("stored")
                .with(new PhotoId(0, 1), Rendition.WORKING)
                .with("offset", 9_007_199_254_740_993L)
                .with("complete", true)
                .json();
        assertThat(json)
                .matches("\\{\"t\":\\d+,\"ev\":\"stored\",\"photo\":\"0{31}1\",\"rendition\":\"working\","
                        + "\"offset\":9007199254740993,\"complete\":true}");
    }

    @Test
    void anyTextIsOneLineAndComesBack() throws Exception {
        String text = "a\"b\\c\n\r\t\u0001\u2028\u2029\u0085 \ud83d\ude00 \ud83d";
        String json = Event.of("failed").with("message", text).json();
        assertThat(json.lines()).hasSize(1);
        Map<String, Object> fields = JSONObjectUtils.parse(json);
        assertThat(fields).containsEntry("message", text);
    }
}
