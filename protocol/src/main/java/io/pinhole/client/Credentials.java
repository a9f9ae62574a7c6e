package io.pinhole.client;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Refusal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** By what to come back: the newest resume secret first, else the token. Changed on the client's loop only. */
final class Credentials {

    /** After these it is of no use, or somebody's wish, not to come back. */
    private static final Set<Code> FINAL = EnumSet.of(
            Code.LEFT,
            Code.REPLACED,
            Code.CALL_ENDED,
            Code.CALL_FULL,
            Code.UNAUTHENTICATED,
            Code.TOKEN_EXPIRED,
            Code.TOKEN_NOT_YET_VALID,
            Code.TOKEN_FOREIGN,
            Code.UNSUPPORTED_VERSION,
            Code.MALFORMED,
            Code.UNKNOWN_FRAME,
            Code.FRAME_TOO_LONG,
            Code.BAD_TEXT);

    private final Optional<Credential.Token> token;
    private volatile Optional<Credential.Resume> resume;

    Credentials(ClientConfig config) {
        token = config.token();
        resume = config.resume();
    }

    /** The one to try next. */
    Credential next() {
        return resume.<Credential>map(secret -> secret).or(() -> token).orElseThrow();
    }

    Optional<Credential.Resume> resume() {
        return resume;
    }

    /** @param secret of the newest Welcome; empty if that join cannot be resumed */
    void renew(CallId call, String secret) {
        resume = secret.isEmpty() ? Optional.empty() : Optional.of(new Credential.Resume(call, secret));
    }

    /** Whether there is anything left to come back by after such an end. */
    boolean mayReturnAfter(Refusal reason) {
        Optional<Code> code = reason.code();
        if (code.isPresent() && code.get() == Code.RESUME_UNKNOWN) {
            resume = Optional.empty();
            return token.isPresent();
        }
        return code.isEmpty() || !FINAL.contains(code.get());
    }
}
