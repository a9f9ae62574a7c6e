package io.pinhole.loadtest.demo;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Role;
import io.pinhole.relay.auth.Grant;
import java.util.Locale;
import java.util.Optional;

/** Who takes part. */
enum Part {
    OPERATOR(Role.FIELD_OPERATOR, ClientKind.MOBILE),
    EXPERT(Role.EXPERT, ClientKind.DESKTOP),
    /** Field operators who may not share, because of their clients. */
    DESKTOP(Role.FIELD_OPERATOR, ClientKind.DESKTOP),
    BROWSER(Role.FIELD_OPERATOR, ClientKind.WEB);

    private static final CallId CALL = new CallId("demo");

    private final Role role;
    private final ClientKind client;

    Part(Role role, ClientKind client) {
        this.role = role;
        this.client = client;
    }

    /** Its name on tickets and in the timeline. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The two whom the story is about; the others only try what they may not. */
    boolean isLead() {
        return this == OPERATOR || this == EXPERT;
    }

    Grant grant() {
        return new Grant(CALL, new PersonId(word()), word(), role, client, Optional.empty());
    }
}
