package io.pinhole.protocol.frame;

/** A call's id, as the issuer of its tokens names it. */
public record CallId(String value) {

    /** @throws IllegalArgumentException naming the fault if the text may not be an id */
    public CallId {
        Texts.requireId(value, "call id");
    }

    @Override
    public String toString() {
        return value;
    }
}
