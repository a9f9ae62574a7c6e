package io.pinhole.relay.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Texts;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a token grants from claims whose signature has been checked. */
final class GrantReader {

    private GrantReader() {}

    static Grant read(JWTClaimsSet claims) throws RefusedException {
        CallId call = id(claims, Claims.CALL, CallId::new);
        PersonId person = id(claims, "sub", PersonId::new);
        Standing standing = standing(claims);
        return new Grant(call, person, name(claims, person), standing.role(), standing.client(), standing.rights());
    }

    /** A claim that is there and empty is no claim to all calls. */
    static ApiGrant readApi(JWTClaimsSet claims) throws RefusedException {
        Optional<CallId> call = claims.getClaims().containsKey(Claims.CALL)
                ? Optional.of(id(claims, Claims.CALL, CallId::new))
                : Optional.empty();
        return new ApiGrant(call, id(claims, "sub", PersonId::new), standing(claims));
    }

    private static Standing standing(JWTClaimsSet claims) throws RefusedException {
        return new Standing(
                word(required(claims, Claims.ROLE), Role::of),
                word(required(claims, Claims.CLIENT), ClientKind::of),
                rights(claims));
    }

    private static <T> T id(JWTClaimsSet claims, String claim, Function<String, T> parse) throws RefusedException {
        try {
            return parse.apply(required(claims, claim));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Code.BAD_TEXT, "the token's " + claim + ": " + e.getMessage());
        }
    }

    private static String name(JWTClaimsSet claims, PersonId person) throws RefusedException {
        String name = optional(claims, Claims.NAME);
        String clean = name == null ? "" : Texts.displayName(name, "the token's name");
        return clean.isEmpty() ? person.value() : clean;
    }

    private static <T> T word(String word, Function<String, T> parse) throws RefusedException {
        try {
            return parse.apply(word);
        } catch (IllegalArgumentException e) {
            throw TokenVerifier.unauthenticated("the token says: " + e.getMessage());
        }
    }

    private static Optional<Set<Right>> rights(JWTClaimsSet claims) throws RefusedException {
        List<String> words;
        try {
            words = claims.getStringListClaim(Claims.RIGHTS);
        } catch (ParseException e) {
            throw TokenVerifier.unauthenticated("the token's rights are not a list of words");
        }
        if (words == null) {
            return Optional.empty();
        }
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (String word : words) {
            rights.add(word(word, Right::of));
        }
        return Optional.of(rights);
    }

    private static String required(JWTClaimsSet claims, String claim) throws RefusedException {
        String value = optional(claims, claim);
        if (value == null) {
            throw TokenVerifier.unauthenticated("the token has no " + claim);
        }
        return value;
    }

    private static @Nullable String optional(JWTClaimsSet claims, String claim) throws RefusedException {
        try {
            return claims.getStringClaim(claim);
        } catch (ParseException e) {
            throw TokenVerifier.unauthenticated("the token's " + claim + " is not a text");
        }
    }
}
