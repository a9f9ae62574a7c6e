package io.pinhole.relay.auth;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that say what no issuer would; single quotes stand for double ones. */
final class HandmadeToken {

    static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    static final String GOOD =
            "'iss':'k1','aud':'pinhole','sub':'ada','name':'Ada L.','call':'c1','role':'expert','client':'web',"
                    + "'nbf':1800000000,'exp':1800000600";

    private HandmadeToken() {}

    static String signed(String claims) {
        return token(HS256, claims, TestKeys.SECRET_A);
    }

    static String token(String header, String claims, String secret) {
        String signed = encoded(header) + "." + encoded(json(claims));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), "HmacSHA256"));
            return signed + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String json(String claims) {
        return "{" + claims.replace('\'', '"') + "}";
    }

    static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());
    }
}
