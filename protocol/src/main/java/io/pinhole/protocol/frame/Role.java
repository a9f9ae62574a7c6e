package io.pinhole.protocol.frame;

import io.pinhole.protocol.proto.RoleValue;

/** What a person is in a call, as the token's issuer says. */
public enum Role {
    FIELD_OPERATOR("field-operator", RoleValue.ROLE_FIELD_OPERATOR),
    EXPERT("expert", RoleValue.ROLE_EXPERT),
    OBSERVER("observer", RoleValue.ROLE_OBSERVER);

    private final String word;
    private final RoleValue wire;

    Role(String word, RoleValue wire) {
        this.word = word;
        this.wire = wire;
    }

    /** The word of tokens and command lines. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException if there is no such role */
    public static Role of(String word) {
        for (Role role : values()) {
            if (role.word.equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no such role: " + word + " (field-operator, expert, observer)");
    }

    RoleValue wire() {
        return wire;
    }

    static Role of(RoleValue value) throws WireException {
        return Wire.known(values(), Role::wire, value, "role");
    }
}
