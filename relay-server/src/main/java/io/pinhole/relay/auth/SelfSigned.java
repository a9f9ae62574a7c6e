package io.pinhole.relay.auth;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A new key of ECDSA P-256 and a certificate for it, signed by itself: small, and enough for who pins it. */
record SelfSigned(X509CertificateHolder certificate, PrivateKey key) {

    private static final Duration LIFETIME = Duration.ofDays(3_652);
    private static final Duration CLOCK_SLACK = Duration.ofDays(1);
    private static final int SERIAL_BITS = 127;
    private static final Pattern DNS_NAME = Pattern.compile("[A-Za-z0-9.-]{1,253}");

    static SelfSigned make(Instant now) throws IOException {
        try {
            SecureRandom random = new SecureRandom();
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            X500Name name = new X500Name("CN=Pinhole relay");
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    new BigInteger(SERIAL_BITS, random).setBit(0),
                    Date.from(now.minus(CLOCK_SLACK)),
                    Date.from(now.plus(LIFETIME)),
                    name,
                    pair.getPublic());
            extend(builder);
            return new SelfSigned(
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())),
                    pair.getPrivate());
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new AssertionError("every Java platform has ECDSA", e);
        }
    }

    private static void extend(X509v3CertificateBuilder builder) throws IOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(names().toArray(GeneralName[]::new)));
    }

    private static List<GeneralName> names() {
        List<GeneralName> names = new ArrayList<>(List.of(
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                new GeneralName(GeneralName.iPAddress, "::1")));
        String host = hostName();
        if (!host.equals("localhost") && DNS_NAME.matcher(host).matches()) {
            names.add(new GeneralName(GeneralName.dNSName, host));
        }
        return names;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) { // a machine without a name of its own
            return "localhost";
        }
    }
}
