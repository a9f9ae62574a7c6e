package io.pinhole.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeRuleTest {

    private static final Origins ORIGINS = new Origins(true, List.of());

    @Test
    void whatABrowserAsksForIsGranted() {
        assertThat(refusal(request())).isEqualTo(101);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Upgrade,                h2c,                 426",
                "Upgrade,                -,                   426",
                "Connection,             keep-alive,          426",
                "Connection,             'keep-alive, Upgrade', 101",
                "Sec-WebSocket-Version,  8,                   426",
                "Sec-WebSocket-Version,  -,                   426",
                "Sec-WebSocket-Key,      -,                   400",
                "Sec-WebSocket-Protocol, -,                   400",
                "Sec-WebSocket-Protocol, pinhole.10,          400",
                "Sec-WebSocket-Protocol, 'chat, pinhole.1',   101",
                "Sec-WebSocket-Extensions, permessage-deflate, 101",
                "Origin,                 https://evil.example, 403",
                "Origin,                 https://relay.example, 101"
            })
    void anotherHeaderAnotherAnswer(String name, String value, int status) {
        FullHttpRequest request = request();
        request.headers().remove(name);
        if (value != null) {
            request.headers().set(name, value);
        }
        assertThat(refusal(request)).isEqualTo(status);
    }

    @Test
    void onlyGetInHttpOneOne() {
        assertThat(refusal(request().setMethod(HttpMethod.HEAD))).isEqualTo(426);
        assertThat(refusal(request().setProtocolVersion(HttpVersion.HTTP_1_0))).isEqualTo(426);
    }

    @Test
    void theAnswerSaysWhatWouldBeRight() {
        FullHttpRequest request = request().setMethod(HttpMethod.HEAD);
        Answer answer = UpgradeRule.refusal(request, ORIGINS).orElseThrow();
        HttpHeaders headers = Responses.head(answer, Exchange.of(request)).headers();
        assertThat(headers.get("Upgrade")).isEqualTo("websocket");
        assertThat(headers.get("Connection")).isEqualToIgnoringCase("upgrade");
        assertThat(headers.get("Sec-WebSocket-Version")).isEqualTo("13");
        request.release();
    }

    private static int refusal(FullHttpRequest request) {
        try {
            return UpgradeRule.refusal(request, ORIGINS)
                    .map(answer -> answer.status().code())
                    .orElse(101);
        } finally {
            request.release();
        }
    }

    private static FullHttpRequest request() {
        FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/call", Unpooled.EMPTY_BUFFER);
        request.headers()
                .set("Host", "relay.example")
                .set("Upgrade", "websocket")
                .set("Connection", "Upgrade")
                .set("Sec-WebSocket-Version", "13")
                .set("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==")
                .set("Sec-WebSocket-Protocol", "pinhole.1");
        return request;
    }
}
