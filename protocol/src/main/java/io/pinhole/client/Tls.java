package io.pinhole.client;

import static io.pinhole.protocol.link.Transport.ALPN;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import javax.net.ssl.SSLException;

/** How a client secures its connections; one context for all of them, so that a reconnection may be shorter. */
final class Tls {

    private static final String HTTP = "http/1.1";

    private Tls() {}

    /** @throws IllegalArgumentException if this platform cannot */
    static SslContext context(Trust trust, Transport transport) {
        String protocol = transport instanceof Transport.WebSocket ? HTTP : ALPN;
        SslContextBuilder builder = SslContextBuilder.forClient()
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
