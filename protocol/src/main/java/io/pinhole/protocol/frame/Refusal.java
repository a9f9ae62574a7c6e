package io.pinhole.protocol.frame;

import io.pinhole.protocol.proto.RefusalMessage;
import java.util.Optional;

/**
 * Why something was refused.
 *
 * @param number a {@link Code}'s, or one that only the peer knows
 * @param message one sentence for people
 * @param retryAfterMillis 0: trying again is of no use
 */
public record Refusal(int number, String message, int retryAfterMillis) {

    private static final int MAX_CHARS = 200;

    public static Refusal of(Code code, String message) {
        return new Refusal(code.number(), cut(message), 0);
    }

    public static Refusal of(RefusedException refused) {
        return of(refused.code(), String.valueOf(refused.getMessage()));
    }

    public static Refusal of(WireException broken) {
        return of(broken.code(), String.valueOf(broken.getMessage()));
    }

    static Refusal of(RefusalMessage m) {
        return new Refusal(m.getCode(), m.getMessage(), Math.max(0, m.getRetryAfterMillis()));
    }

    public Refusal retryAfter(int millis) {
        return new Refusal(number, message, millis);
    }

    /** What the number means, if we know it. */
    public Optional<Code> code() {
        return Optional.ofNullable(Code.of(number));
    }

    RefusalMessage toMessage() {
        return RefusalMessage.newBuilder()
                .setCode(number)
                .setMessage(message)
                .setRetryAfterMillis(retryAfterMillis)
                .build();
    }

    private static String cut(String message) {
        return message.length() <= MAX_CHARS ? message : message.substring(0, MAX_CHARS);
    }

    @Override
    public String toString() {
        return code().map(Code::name).orElse("code " + number) + ": " + message;
    }
}
