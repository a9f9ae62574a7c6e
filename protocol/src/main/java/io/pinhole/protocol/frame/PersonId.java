package io.pinhole.protocol.frame;

/** A person's identity within a call: the {@code sub} of its token. */
public record PersonId(String value) {

    /** @throws IllegalArgumentException naming the fault if the text may not be an id */
    public PersonId {
        Texts.requireId(value, "identity");
    }

    @Override
    public String toString() {
        return value;
    }
}
