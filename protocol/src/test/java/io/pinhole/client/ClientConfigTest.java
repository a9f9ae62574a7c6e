package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientConfigTest {

    @Test
    void unlessToldOtherwiseItIsTcp() {
        assertThat(ClientConfig.to("relay.example", 4433).token("x").build().transport())
                .isEqualTo(Transport.tcp());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "localhost"})
    void unencryptedToThisMachine(String host) {
        assertThat(plain(host).build().transport()).isEqualTo(Transport.plainWebSocket("/call"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "::", "2001:db8::1", "relay.example", "localhost.example"})
    void unencryptedToAnotherMachineIsRefused(String host) {
        assertThatThrownBy(plain(host)::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ws:// is for this machine only; use wss:// to " + host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "call", "/call?token=x", "/call#x", "/a b", "/call\r\nX: y"})
    void whatIsNoPathIsRefused(String path) {
        assertThatThrownBy(() -> Transport.webSocket(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressOfIpv6IsBracketed() {
        assertThat(new Transport.WebSocket("/call", true).at("::1", 8443)).hasToString("wss://[::1]:8443/call");
    }

    private static ClientConfig.Builder plain(String host) {
        return ClientConfig.to(host, 8080).token("x").transport(Transport.plainWebSocket("/call"));
    }
}
