package io.pinhole.loadtest.bench;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.FingerprintTrustManagerFactory;
import io.pinhole.protocol.link.Transport;
import javax.net.ssl.SSLException;

/** The generator's side of the handshake. */
final class GeneratorTls {

    private GeneratorTls() {}

    /** @param fingerprint SHA-256 of the relay's certificate, in hexadecimal */
    static SslContext trusting(String fingerprint) throws SSLException {
        return SslContextBuilder.forClient()
                .sslProvider(Transport.tls())
                .protocols("TLSv1.3")
                .trustManager(FingerprintTrustManagerFactory.builder("SHA-256")
                        .fingerprints(fingerprint)
                        .build())
                .endpointIdentificationAlgorithm(null)
                .applicationProtocolConfig(Transport.alpn(Transport.ALPN))
                .build();
    }
}
