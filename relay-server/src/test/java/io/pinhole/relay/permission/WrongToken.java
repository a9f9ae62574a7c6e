package io.pinhole.relay.permission;

import io.pinhole.protocol.frame.Code;
import io.pinhole.relay.fixture.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.function.BiFunction;

/** What may be wrong with a token, and how its bearer is refused. */
enum WrongToken {
    EXPIRED(
            Code.TOKEN_EXPIRED,
            (by, claims) -> by.signed(claims.replaceAll("\"exp\":\\d+", "\"exp\":" + inSeconds(-40)))),
    NOT_YET_VALID(
            Code.TOKEN_NOT_YET_VALID,
            (by, claims) -> by.signed(claims.replaceAll("\"nbf\":\\d+", "\"nbf\":" + inSeconds(300)))),
    FOR_ANOTHER_DEPLOYMENT(
            Code.TOKEN_FOREIGN, (by, claims) -> by.signed(claims.replace("\"pinhole\"", "\"elsewhere\""))),
    BY_AN_UNKNOWN_KEY(
            Code.TOKEN_FOREIGN,
            (by, claims) -> by.signed(claims.replaceAll("\"iss\":\"[^\"]+\"", "\"iss\":\"theirs\""))),
    BY_ANOTHER_SECRET(
            Code.UNAUTHENTICATED, (by, claims) -> by.withAnotherSecret().signed(claims)),
    TAMPERED_WITH(Code.UNAUTHENTICATED, WrongToken::withoutBeingAsked),
    WITHOUT_ALGORITHM(Code.UNAUTHENTICATED, (by, claims) -> by.unsigned(claims)),
    UNKNOWN_ROLE(
            Code.UNAUTHENTICATED,
            (by, claims) -> by.signed(claims.replaceAll("\"role\":\"[^\"]+\"", "\"role\":\"admin\""))),
    UNKNOWN_CLIENT(Code.UNAUTHENTICATED, (by, claims) -> by.signed(claims.replace("\"desktop\"", "\"telepathy\""))),
    UNKNOWN_RIGHT(Code.UNAUTHENTICATED, (by, claims) -> by.signed(with(claims, "\"rights\":[\"talk\",\"fly\"]"))),
    RIGHTS_ARE_NO_LIST(Code.UNAUTHENTICATED, (by, claims) -> by.signed(with(claims, "\"rights\":\"talk\""))),
    LIVES_TOO_LONG(
            Code.UNAUTHENTICATED,
            (by, claims) -> by.signed(claims.replaceAll("\"exp\":\\d+", "\"exp\":" + inSeconds(24 * 60 * 60))));

    private final Code code;
    private final BiFunction<Tokens, String, String> make;

    WrongToken(Code code, BiFunction<Tokens, String, String> make) {
        this.code = code;
        this.make = make;
    }

    Code code() {
        return code;
    }

    /** @param claims that hold */
    String make(Tokens tokens, String claims) {
        return make.apply(tokens, claims);
    }

    /** The issuer's signature under claims to which somebody has added all rights. */
    private static String withoutBeingAsked(Tokens tokens, String claims) {
        String[] parts = tokens.signed(claims).split("\\.");
        String more = with(claims, "\"rights\":[\"talk\",\"annotate\",\"original\"]");
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(more.getBytes(StandardCharsets.UTF_8));
        return parts[0] + "." + payload + "." + parts[2];
    }

    private static String with(String claims, String another) {
        return claims.substring(0, claims.length() - 1) + "," + another + "}";
    }

    private static long inSeconds(int seconds) {
        return Instant.now().getEpochSecond() + seconds;
    }
}
