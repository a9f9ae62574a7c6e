package io.pinhole.client;

import static io.pinhole.protocol.link.Transport.ALPN;
import static io.pinhole.protocol.link.Transport.alpn;
import static io.pinhole.protocol.link.Transport.tls;

import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.SSLException;

/**
 * How a client secures its connections; one context for all of them, so that a reconnection may be shorter. By BoringSSL
 * where that is there: the JDK's own TLS 1.3 pads each record by 16 bytes, which on a poor line is a tenth of the voice.
 */
final class Tls {

    /** The first flight has a key share for the first of them alone; BoringSSL's own first choice would take 1.2 KB. */
    private static final String[] GROUPS = {"x25519", "P-256", "P-384"};

    private static final String HTTP = "http/1.1";

    private Tls() {}

    /** @throws IllegalArgumentException if this platform cannot */
    static SslContext context(Trust trust, Transport transport) {
        String protocol = transport instanceof Transport.WebSocket ? HTTP : ALPN;
        SslProvider provider = tls();
        SslContextBuilder builder = SslContextBuilder.forClient()
                .sslProvider(provider)
                .protocols("TLSv1.3")
                .applicationProtocolConfig(alpn(protocol));
        if (provider == SslProvider.OPENSSL) {
            builder.option(OpenSslContextOption.GROUPS, GROUPS);
        }
        trust.applyTo(builder);
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalArgumentException("TLS 1.3 with trust in " + trust + " is not possible here", e);
        }
    }
}
