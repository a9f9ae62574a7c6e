package io.pinhole.loadtest.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.client.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @Test
    void theSchemeIsTheTransport() {
        assertThat(Endpoint.parse("tls://relay.example:4433"))
                .isEqualTo(new Endpoint("relay.example", 4433, Transport.tcp()));
        assertThat(Endpoint.parse("wss://relay.example:443/a/call"))
                .isEqualTo(new Endpoint("relay.example", 443, Transport.webSocket("/a/call")));
        assertThat(Endpoint.parse("ws://[::1]:8080"))
                .isEqualTo(new Endpoint("::1", 8080, Transport.plainWebSocket("/call")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:4433",
                "tls://relay",
                "tls://relay:4433/call",
                "https://relay:8443",
                "wss://relay:8443/call?token=x",
                "wss://relay:8443/call#x",
                "wss://me@relay:8443/call",
                "wss:relay",
                "a b"
            })
    void whatIsNoAddressIsAnsweredWithWhatWouldBe(String text) {
        assertThatThrownBy(() -> Endpoint.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "' is not tls://HOST:PORT, wss://HOST:PORT[/path]");
    }
}
