package io.pinhole.relay.auth;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Whether two keys are halves of one pair. */
final class KeyPairs {

    private static final byte[] SAMPLE = {1, 2, 3, 4};

    private KeyPairs() {}

    static boolean match(PublicKey publicKey, PrivateKey privateKey) {
        try {
            Signature signature = Signature.getInstance(algorithm(privateKey));
            signature.initSign(privateKey);
            signature.update(SAMPLE);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) { // keys of two kinds
            return false;
        }
    }

    private static String algorithm(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "EC", "ECDSA" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
        };
    }
}
