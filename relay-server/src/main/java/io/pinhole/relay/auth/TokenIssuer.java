package io.pinhole.relay.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Right;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

/** Makes the tokens with which people join calls, and programs ask the HTTP API. */
public final class TokenIssuer {

    private final SigningKeys keys;
    private final String deployment;
    private final InstantSource clock;

    /** @param deployment the audience: the name of the relays that shall accept the tokens */
    public TokenIssuer(SigningKeys keys, String deployment, InstantSource clock) {
        this.keys = keys;
        this.deployment = deployment;
        this.clock = clock;
    }

    /** A token that is valid from now on for as long as given. */
    public String issue(Grant grant, Duration lifetime) {
        return sign(claims(grant.person(), grant.standing(), lifetime)
                .claim(Claims.NAME, grant.name())
                .claim(Claims.CALL, grant.call().value())
                .build());
    }

    /** A token for the HTTP API; with a call in it, it is good for joining that, too. */
    public String issue(ApiGrant grant, Duration lifetime) {
        JWTClaimsSet.Builder claims = claims(grant.person(), grant.standing(), lifetime);
        grant.call().ifPresent(call -> claims.claim(Claims.CALL, call.value()));
        return sign(claims.build());
    }

    private JWTClaimsSet.Builder claims(PersonId person, Standing standing, Duration lifetime) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(keys.signing().id())
                .audience(deployment)
                .subject(person.value())
                .claim(Claims.ROLE, standing.role().word())
                .claim(Claims.CLIENT, standing.client().word())
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)));
        standing.rights()
                .ifPresent(rights -> claims.claim(
                        Claims.RIGHTS, rights.stream().sorted().map(Right::word).toList()));
        return claims;
    }

    private String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        try {
            token.sign(new MACSigner(keys.signing().secret()));
        } catch (JOSEException e) {
            throw new AssertionError("every Java platform has HMAC with SHA-256", e);
        }
        return token.serialize();
    }
}
