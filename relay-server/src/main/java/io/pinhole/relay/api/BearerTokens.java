package io.pinhole.relay.api;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.relay.auth.ApiGrant;
import io.pinhole.relay.auth.TokenVerifier;
import java.util.List;

/** Who asks, by the header {@code Authorization} (RFC 6750) and by nothing else. No refusal quotes it. Any thread. */
final class BearerTokens {

    private static final String SCHEME = "Bearer ";

    private final TokenVerifier tokens;

    BearerTokens(TokenVerifier tokens) {
        this.tokens = tokens;
    }

    /** @throws RefusedException as {@link TokenVerifier#verifyApi} */
    ApiGrant read(List<String> authorization) throws RefusedException {
        if (authorization.size() != 1) {
            throw new RefusedException(
                    Code.UNAUTHENTICATED,
                    authorization.isEmpty() ? "a bearer token is needed" : "there is more than one Authorization");
        }
        String header = authorization.get(0);
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new RefusedException(Code.UNAUTHENTICATED, "the scheme here is Bearer");
        }
        return tokens.verifyApi(header.substring(SCHEME.length()).strip());
    }
}
