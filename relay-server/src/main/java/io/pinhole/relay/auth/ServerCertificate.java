package io.pinhole.relay.auth;

import io.pinhole.protocol.frame.Sha256;
import io.pinhole.relay.config.ConfigException;
import io.pinhole.relay.config.DataFolder;
import io.pinhole.relay.config.TlsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** How the relay proves who it is: its certificate, the chain above it, and the private key. */
public final class ServerCertificate {

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private ServerCertificate(List<X509Certificate> chain, PrivateKey key) {
        this.chain = List.copyOf(chain);
        this.key = key;
    }

    /**
     * The configured certificate, or one of our own making that is kept in the data folder. Called with the folder
     * locked, so that nobody else makes one at the same time; may be called again to read changed files.
     *
     * @param now when a certificate made now begins to be valid
     * @throws ConfigException if a file cannot be used
     */
    public static ServerCertificate load(TlsConfig tls, DataFolder folder, Instant now) {
        if (tls.certificate().isPresent() && tls.key().isPresent()) {
            Path key = tls.key().get();
            return read(tls.certificate().get(), key, () -> Files.readString(key));
        }
        try {
            makeIfMissing(folder, now);
        } catch (IOException e) {
            throw new ConfigException("cannot make a certificate in " + folder + ": " + e, e);
        }
        Path key = folder.certificateKey();
        return read(folder.certificate(), key, () -> PrivateFile.read(key));
    }

    private static void makeIfMissing(DataFolder folder, Instant now) throws IOException {
        boolean hasCertificate = Files.exists(folder.certificate());
        boolean hasKey = Files.exists(folder.certificateKey());
        if (hasCertificate != hasKey) {
            Path there = hasKey ? folder.certificateKey() : folder.certificate();
            Path missing = hasKey ? folder.certificate() : folder.certificateKey();
            throw new ConfigException(missing + " is missing beside " + there
                    + "; put it back, or remove the other too to get a new certificate");
        }
        if (hasKey) {
            return;
        }
        folder.create();
        SelfSigned made = SelfSigned.make(now);
        PrivateFile.create(
                folder.certificateKey(), Pem.write("PRIVATE KEY", made.key().getEncoded()));
        PrivateFile.create(
                folder.certificate(),
                Pem.write("CERTIFICATE", made.certificate().getEncoded()));
    }

    /** How to read the private key's file. */
    private interface Source {
        String read() throws IOException;
    }

    private static ServerCertificate read(Path certificateFile, Path keyFile, Source keySource) {
        List<X509Certificate> chain;
        try {
            chain = Pem.certificates(Files.readString(certificateFile));
        } catch (IOException | CertificateException e) {
            throw new ConfigException("the certificate " + certificateFile + " cannot be used: " + e.getMessage(), e);
        }
        PrivateKey key;
        try {
            key = Pem.privateKey(keySource.read());
        } catch (IOException e) {
            throw new ConfigException("the private key " + keyFile + " cannot be used: " + e.getMessage(), e);
        }
        if (!KeyPairs.match(chain.get(0).getPublicKey(), key)) {
            throw new ConfigException(
                    "the private key " + keyFile + " does not belong to the certificate " + certificateFile);
        }
        return new ServerCertificate(chain, key);
    }

    /** The relay's own certificate first. */
    public List<X509Certificate> chain() {
        return chain;
    }

    public PrivateKey privateKey() {
        return key;
    }

    public Instant expires() {
        return chain.get(0).getNotAfter().toInstant();
    }

    /** What a client may pin: the SHA-256 of the certificate itself. */
    public String fingerprint() {
        try {
            return Sha256.of(chain.get(0).getEncoded()).hex();
        } catch (CertificateEncodingException e) {
            throw new AssertionError("what was read can be written", e);
        }
    }
}
