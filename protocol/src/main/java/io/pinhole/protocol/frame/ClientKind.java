package io.pinhole.protocol.frame;

import io.pinhole.protocol.proto.ClientValue;

/** The kind of application that a person uses, as the token's issuer says. */
public enum ClientKind {
    MOBILE("mobile", ClientValue.CLIENT_MOBILE),
    DESKTOP("desktop", ClientValue.CLIENT_DESKTOP),
    WEB("web", ClientValue.CLIENT_WEB);

    private final String word;
    private final ClientValue wire;

    ClientKind(String word, ClientValue wire) {
        this.word = word;
        this.wire = wire;
    }

    /** The word of tokens and command lines. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException if there is no such kind */
    public static ClientKind of(String word) {
        for (ClientKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such client: " + word + " (mobile, desktop, web)");
    }

    ClientValue wire() {
        return wire;
    }

    static ClientKind of(ClientValue value) throws WireException {
        return Wire.known(values(), ClientKind::wire, value, "client");
    }
}
