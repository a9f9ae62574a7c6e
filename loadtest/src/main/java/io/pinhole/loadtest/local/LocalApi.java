package io.pinhole.loadtest.local;

import io.netty.handler.ssl.util.FingerprintTrustManagerFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Asks the HTTP API of a relay that it knows by its certificate. */
public final class LocalApi {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final HttpClient client;

    /** @param fingerprint SHA-256 of the relay's certificate, in hexadecimal */
    public LocalApi(URI address, String fingerprint) {
        this.address = address;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(fingerprint))
                .connectTimeout(PATIENCE)
                .build();
    }

    private static SSLContext trusting(String fingerprint) {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(
                    null,
                    FingerprintTrustManagerFactory.builder("SHA-256")
                            .fingerprints(fingerprint)
                            .build()
                            .getTrustManagers(),
                    null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has TLS", e);
        }
    }

    /**
     * @param path from the address on
     * @throws IOException if there is no answer
     */
    public HttpResponse<byte[]> get(String path, Optional<String> token) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
