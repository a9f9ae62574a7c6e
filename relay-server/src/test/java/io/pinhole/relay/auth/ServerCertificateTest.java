package io.pinhole.relay.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.ssl.SslContextBuilder;
import io.pinhole.relay.config.ConfigException;
import io.pinhole.relay.config.DataFolder;
import io.pinhole.relay.config.TlsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerCertificateTest {

    private static final TlsConfig OWN = new TlsConfig(Optional.empty(), Optional.empty());
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path temporary;

    private DataFolder folder;

    @BeforeEach
    void folder() {
        folder = new DataFolder(temporary.resolve("data"));
    }

    @Test
    void theFirstStartMakesACertificateThatIsKept() throws Exception {
        ServerCertificate made = ServerCertificate.load(OWN, folder, NOW);
        ServerCertificate found = ServerCertificate.load(OWN, folder, NOW.plusSeconds(60));

        assertThat(found.fingerprint()).isEqualTo(made.fingerprint());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.certificateKey())))
                .isEqualTo("rw-------");
        X509Certificate certificate = made.chain().get(0);
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(certificate.getSubjectAlternativeNames())
                .contains(List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1"));
        assertThat(Duration.between(NOW, made.expires()).toDays()).isEqualTo(3_652);
        certificate.checkValidity(Date.from(NOW));
    }

    @Test
    void theFingerprintIsTheHashOfTheWholeCertificate() throws Exception {
        ServerCertificate certificate = ServerCertificate.load(OWN, folder, NOW);
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(certificate.chain().get(0).getEncoded());

        assertThat(certificate.fingerprint()).isEqualTo(HexFormat.of().formatHex(hash));
    }

    @Test
    void tlsCanBeServedWithIt() throws Exception {
        ServerCertificate certificate = ServerCertificate.load(OWN, folder, NOW);

        assertThat(SslContextBuilder.forServer(certificate.privateKey(), certificate.chain())
                        .protocols("TLSv1.3")
                        .build()
                        .isServer())
                .isTrue();
    }

    @Test
    void configuredFilesAreUsedAndNothingIsMade() {
        ServerCertificate.load(OWN, folder, NOW);
        DataFolder other = new DataFolder(temporary.resolve("other"));
        TlsConfig tls = new TlsConfig(Optional.of(folder.certificate()), Optional.of(folder.certificateKey()));

        assertThat(ServerCertificate.load(tls, other, NOW).fingerprint())
                .isEqualTo(ServerCertificate.load(OWN, folder, NOW).fingerprint());
        assertThat(other.root()).doesNotExist();
    }

    @Test
    void aKeyThatBelongsToAnotherCertificateIsRefused() throws Exception {
        ServerCertificate.load(OWN, folder, NOW);
        DataFolder other = new DataFolder(temporary.resolve("other"));
        ServerCertificate.load(OWN, other, NOW);
        assertRefused(folder.certificate(), other.certificateKey(), "does not belong to");

        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        KeyPair rsa = generator.generateKeyPair();
        Path file = Files.writeString(
                temporary.resolve("rsa.pem"),
                Pem.write("PRIVATE KEY", rsa.getPrivate().getEncoded()));
        assertRefused(folder.certificate(), file, "does not belong to");
    }

    @Test
    void filesThatAreMissingOrSomethingElseAreRefusedByName() throws IOException {
        ServerCertificate.load(OWN, folder, NOW);
        Path nothing = temporary.resolve("none.pem");
        Path garbage = Files.writeString(temporary.resolve("garbage.pem"), "hello");
        Path broken = Files.writeString(
                temporary.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        assertRefused(nothing, folder.certificateKey(), nothing.toString());
        assertRefused(garbage, folder.certificateKey(), garbage.toString());
        assertRefused(broken, folder.certificateKey(), broken.toString());
        assertRefused(folder.certificate(), nothing, nothing.toString());
        assertRefused(folder.certificate(), garbage, garbage.toString());
        assertRefused(folder.certificate(), folder.certificate(), "no unencrypted private key");
    }

    @Test
    void halfACertificateInTheDataFolderIsRefused() throws IOException {
        ServerCertificate.load(OWN, folder, NOW);
        Files.delete(folder.certificateKey());

        assertThatThrownBy(() -> ServerCertificate.load(OWN, folder, NOW))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(folder.certificateKey() + " is missing");
    }

    @Test
    void aPrivateKeyOpenToEverybodyIsRefused() throws IOException {
        ServerCertificate.load(OWN, folder, NOW);
        Files.setPosixFilePermissions(folder.certificateKey(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> ServerCertificate.load(OWN, folder, NOW))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("chmod 600");
    }

    private void assertRefused(Path certificate, Path key, String message) {
        TlsConfig tls = new TlsConfig(Optional.of(certificate), Optional.of(key));
        assertThatThrownBy(() -> ServerCertificate.load(tls, folder, NOW))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }
}
