package io.pinhole.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
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
        EmbeddedChannel channel = new EmbeddedChannel(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object message) {
                FullHttpRequest request = (FullHttpRequest) message;
                Responses.send(
                        ctx, request, UpgradeRule.refusal(request, ORIGINS).orElseThrow());
                request.release();
            }
        });
        channel.writeInbound(request().setMethod(HttpMethod.HEAD));
        FullHttpResponse response = channel.readOutbound();
        assertThat(response.headers().get("Upgrade")).isEqualTo("websocket");
        assertThat(response.headers().get("Connection")).isEqualToIgnoringCase("upgrade");
        assertThat(response.headers().get("Sec-WebSocket-Version")).isEqualTo("13");
        response.release();
        channel.finishAndReleaseAll();
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
