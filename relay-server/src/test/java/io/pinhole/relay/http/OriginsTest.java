package io.pinhole.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {

    private final Origins secure = new Origins(true, List.of("https://app.example"));
    private final Origins plain = new Origins(false, List.of());

    @Test
    void whoNamesNoOriginIsNoPage() {
        assertThat(secure.allow(new DefaultHttpHeaders())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://relay.example,      relay.example,      true,  true",
        "https://relay.example,      relay.example:443,  true,  true",
        "https://RELAY.example:8443, relay.EXAMPLE:8443, true,  true",
        "https://[2001:db8::1]:8443, [2001:db8::1]:8443, true,  true",
        "http://relay.example,       relay.example,      false, true",
        "http://relay.example,       relay.example:80,   false, true",
        "http://relay.example,       relay.example:443,  false, false",
        "https://relay.example,      relay.example:8443, false, false",
        "https://relay.example:8443, relay.example,      false, false",
        "https://relay.example.evil, relay.example,      false, false",
        "ftp://relay.example,        relay.example,      false, false",
        "null,                       relay.example,      false, false"
    })
    void pagesOfTheHostThatIsAskedAreOwn(String origin, String host, boolean byTls, boolean perhapsByTls) {
        HttpHeaders headers = new DefaultHttpHeaders().add("Origin", origin).add("Host", host);
        assertThat(secure.allow(headers)).isEqualTo(byTls);
        assertThat(plain.allow(headers)).isEqualTo(perhapsByTls);
    }

    @Test
    void aListedOriginIsAllowedWhateverTheHost() {
        assertThat(secure.allow(new DefaultHttpHeaders().add("Origin", "https://app.example")))
                .isTrue();
    }

    @Test
    void twoOriginsOrHostsAreNone() {
        assertThat(secure.allow(
                        new DefaultHttpHeaders().add("Origin", List.of("https://app.example", "https://evil.example"))))
                .isFalse();
        assertThat(secure.allow(new DefaultHttpHeaders()
                        .add("Origin", "https://evil.example")
                        .add("Host", List.of("evil.example", "relay.example"))))
                .isFalse();
    }
}
