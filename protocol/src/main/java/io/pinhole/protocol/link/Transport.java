package io.pinhole.protocol.link;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslProvider;

/** What both ends of a TCP connection agree on outside the frames. */
public final class Transport {

    /** The protocol's name in the TLS handshake. */
    public static final String ALPN = "pinhole/1";

    /** Above this many bytes in the channel nothing more is written: what waits there cannot be overtaken. */
    public static final int HIGH_WATER_BYTES = 8 * 1024;

    public static final int LOW_WATER_BYTES = 4 * 1024;

    private Transport() {}

    /** BoringSSL where it is there: it is quicker, and unlike the JDK's TLS 1.3 it does not pad each record by 16 bytes. */
    public static SslProvider tls() {
        return SslProvider.isAlpnSupported(SslProvider.OPENSSL) ? SslProvider.OPENSSL : SslProvider.JDK;
    }

    /** One protocol, named in the TLS handshake by who knows it. */
    public static ApplicationProtocolConfig alpn(String protocol) {
        return new ApplicationProtocolConfig(
                Protocol.ALPN, SelectorFailureBehavior.NO_ADVERTISE, SelectedListenerFailureBehavior.ACCEPT, protocol);
    }
}
