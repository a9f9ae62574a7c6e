package io.pinhole.client;

import static io.pinhole.protocol.link.Transport.ALPN;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.SSLException;

/**
 * How a client secures its connections; one context for all of them, so that a reconnection may be shorter. The platform's own
 * TLS, everywhere the same: a native one beside it would make handshakes of three times the bytes.
 */
final class Tls {

    private static final String HTTP = "http/1.1";

    private Tls() {}

    /** @throws IllegalArgumentException if this platform cannot */
    static SslContext context(Trust trust, Transport transport) {
        String protocol = transport instanceof Transport.WebSocket ? HTTP : ALPN;
        SslContextBuilder builder = SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .protocols("TLSv1.3")
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        protocol));
        trust.applyTo(builder);
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalArgumentException("TLS 1.3 with trust in " + trust + " is not possible here", e);
        }
    }
}
