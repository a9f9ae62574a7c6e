package io.pinhole.relay.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Decides whether a token is genuine, for this deployment and of this moment. No refusal quotes the token. */
public final class TokenVerifier {

    /** How far the issuer's clock may be from ours. */
    public static final Duration LEEWAY = Duration.ofSeconds(30);

    private static final int MAX_CHARS = 4_096;

    private final SigningKeys keys;
    private final String deployment;
    private final Duration maxLifetime;
    private final InstantSource clock;

    /**
     * @param deployment the audience that a token must name
     * @param maxLifetime from {@code nbf} to {@code exp}
     */
    public TokenVerifier(SigningKeys keys, String deployment, Duration maxLifetime, InstantSource clock) {
        this.keys = keys;
        this.deployment = deployment;
        this.maxLifetime = maxLifetime;
        this.clock = clock;
    }

    /** @throws RefusedException UNAUTHENTICATED, TOKEN_EXPIRED, TOKEN_NOT_YET_VALID, TOKEN_FOREIGN or BAD_TEXT */
    public Grant verify(String token) throws RefusedException {
        return GrantReader.read(genuine(token));
    }

    /** The same for one who asks by HTTP, with a token for joining or one that names no call and is for that alone. */
    public ApiGrant verifyApi(String token) throws RefusedException {
        return GrantReader.readApi(genuine(token));
    }

    private JWTClaimsSet genuine(String token) throws RefusedException {
        SignedJWT parsed = parse(token);
        JWTClaimsSet claims = claims(parsed);
        checkSignature(parsed, claims);
        checkAudience(claims);
        checkTimes(claims);
        return claims;
    }

    private static SignedJWT parse(String token) throws RefusedException {
        if (token.length() > MAX_CHARS) {
            throw unauthenticated("the token is longer than " + MAX_CHARS + " characters");
        }
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm())) {
                throw unauthenticated("the token is not signed with HS256");
            }
            return parsed;
        } catch (ParseException | RuntimeException e) { // some nonsense makes the parser stumble over null
            throw unauthenticated("this is not a signed token");
        }
    }

    private static JWTClaimsSet claims(SignedJWT token) throws RefusedException {
        try {
            return token.getJWTClaimsSet();
        } catch (ParseException | RuntimeException e) {
            throw unauthenticated("the token's claims cannot be read");
        }
    }

    private void checkSignature(SignedJWT token, JWTClaimsSet claims) throws RefusedException {
        String issuer = claims.getIssuer();
        if (issuer == null) {
            throw unauthenticated("the token has no iss");
        }
        SigningKey key = keys.find(issuer)
                .orElseThrow(() -> new RefusedException(Code.TOKEN_FOREIGN, "the token's key is unknown here"));
        try {
            if (!token.verify(new MACVerifier(key.secret()))) {
                throw unauthenticated("the token's signature is wrong");
            }
        } catch (JOSEException e) {
            throw unauthenticated("the token's signature cannot be checked");
        }
    }

    private void checkAudience(JWTClaimsSet claims) throws RefusedException {
        if (claims.getAudience().isEmpty()) {
            throw unauthenticated("the token has no aud");
        }
        if (!claims.getAudience().contains(deployment)) {
            throw new RefusedException(Code.TOKEN_FOREIGN, "the token is for another deployment");
        }
    }

    private void checkTimes(JWTClaimsSet claims) throws RefusedException {
        Instant notBefore = instant(claims.getNotBeforeTime(), "nbf");
        Instant expires = instant(claims.getExpirationTime(), "exp");
        Duration lifetime = Duration.between(notBefore, expires);
        if (lifetime.isNegative() || lifetime.compareTo(maxLifetime) > 0) {
            throw unauthenticated("the token lives for " + lifetime.toSeconds() + " s; at most "
                    + maxLifetime.toSeconds() + " s are allowed");
        }
        Instant now = clock.instant();
        if (now.isAfter(expires.plus(LEEWAY))) {
            throw new RefusedException(Code.TOKEN_EXPIRED, "the token expired at " + expires);
        }
        if (now.isBefore(notBefore.minus(LEEWAY))) {
            throw new RefusedException(Code.TOKEN_NOT_YET_VALID, "the token is not valid before " + notBefore);
        }
    }

    private static Instant instant(@Nullable Date date, String claim) throws RefusedException {
        if (date == null) {
            throw unauthenticated("the token has no " + claim);
        }
        return date.toInstant();
    }

    static RefusedException unauthenticated(String message) {
        return new RefusedException(Code.UNAUTHENTICATED, message);
    }
}
