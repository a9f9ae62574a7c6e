package io.pinhole.relay.permission;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Refusal;
import java.util.Arrays;
import java.util.Optional;

/** What becomes of something that a client asks, and the letter that stands for it in a table. */
enum Outcome {
    DONE('+'),
    /** Nothing is told, and nothing was asked. */
    SILENCE('-'),
    RIGHT_MISSING('t'),
    ROLE_NOT_ALLOWED('r'),
    CLIENT_NOT_ALLOWED('c'),
    PHOTO_NOT_YOURS('p'),
    WIDGET_NOT_YOURS('w'),
    WIDGET_LOCKED('l');

    private final char letter;

    Outcome(char letter) {
        this.letter = letter;
    }

    static Outcome of(char letter) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.letter == letter)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no outcome has the letter " + letter));
    }

    static Outcome of(Optional<Refusal> refusal) {
        return refusal.map(why -> of(why.code().orElseThrow())).orElse(DONE);
    }

    /** @throws IllegalArgumentException if it is no refusal for want of a right */
    static Outcome of(Code code) {
        return valueOf(code.name());
    }

    boolean isRefusal() {
        return this != DONE && this != SILENCE;
    }
}
