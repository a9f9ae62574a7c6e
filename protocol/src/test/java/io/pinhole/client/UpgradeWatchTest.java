package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.link.Link;
import io.pinhole.protocol.link.LinkMeter;
import io.pinhole.protocol.link.LinkOwner;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpgradeWatchTest {

    private static final String GRANTED = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Accept: %s\r\nSec-WebSocket-Protocol: %s\r\n\r\n";

    private final List<String> told = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel(
            new HttpClientCodec(),
            new HttpObjectAggregator(8192),
            new UpgradeWatch(
                    new ClientHandshake(URI.create("wss://relay.example:8443/call")), new Told(), LinkMeter.NONE));
    private final String request = said();

    @AfterEach
    void finish() {
        channel.finishAndReleaseAll();
    }

    @Test
    void itAsksAsAProgramWould() {
        assertThat(request)
                .startsWith("GET /call HTTP/1.1\r\n")
                .containsIgnoringCase("host: relay.example:8443\r\n")
                .containsIgnoringCase("sec-websocket-protocol: pinhole.1\r\n")
                .containsIgnoringCase("sec-websocket-version: 13\r\n")
                .doesNotContainIgnoringCase("origin:")
                .doesNotContainIgnoringCase("extensions");
    }

    @Test
    void onceItIsGrantedThereIsALink() {
        answer(GRANTED.formatted(accept(), "pinhole.1"));
        assertThat(told).containsExactly("linked", "open");
        channel.close();
        assertThat(told).containsExactly("linked", "open", "closed");
    }

    @Test
    void aRefusalIsNamed() {
        answer("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        assertThat(told).singleElement().asString().contains("403 Forbidden");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void anotherProtocolOrAWrongProofIsNone() {
        answer(GRANTED.formatted(accept(), "chat"));
        assertThat(told).singleElement().asString().contains("subprotocol");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whoNeverAnswersIsNotWaitedForForEver() {
        channel.advanceTimeBy(19, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(told).isEmpty();
        channel.advanceTimeBy(2, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(told).containsExactly("no answer to the WebSocket handshake");
    }

    private void answer(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
        channel.runPendingTasks();
    }

    private String said() {
        StringBuilder text = new StringBuilder();
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            text.append(out.toString(StandardCharsets.US_ASCII));
            out.release();
        }
        return text.toString();
    }

    private String accept() {
        Matcher key = Pattern.compile("(?i)sec-websocket-key: (\\S+)").matcher(request);
        assertThat(key.find()).isTrue();
        try {
            byte[] proof = MessageDigest.getInstance("SHA-1")
                    .digest((key.group(1) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                            .getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(proof);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private final class Told implements Dialer.Attempt {

        @Override
        public void answered() {}

        @Override
        public LinkOwner linked(Link link) {
            told.add("linked");
            return new LinkOwner() {
                @Override
                public void received(Frame frame) {}

                @Override
                public void stalled(boolean stalled) {}

                @Override
                public void closed(Refusal reason) {
                    told.add("closed");
                }
            };
        }

        @Override
        public void open() {
            told.add("open");
        }

        @Override
        public void failed(Throwable cause) {
            told.add(Causes.sentence(cause));
        }
    }
}
