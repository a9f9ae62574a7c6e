package io.pinhole.loadtest.demo;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Role;
import io.pinhole.relay.auth.ApiGrant;
import io.pinhole.relay.auth.Grant;
import java.util.Locale;
import java.util.Optional;

/** Who takes part. */
enum Part {
    OPERATOR(Role.FIELD_OPERATOR, ClientKind.MOBILE, Transport.TLS),
    EXPERT(Role.EXPERT, ClientKind.DESKTOP, Transport.WSS),
    /** Field operators who may not share, because of their clients. */
    DESKTOP(Role.FIELD_OPERATOR, ClientKind.DESKTOP, Transport.TLS),
    BROWSER(Role.FIELD_OPERATOR, ClientKind.WEB, Transport.WSS),
    /** Comes when all is drawn. */
    OBSERVER(Role.OBSERVER, ClientKind.DESKTOP, Transport.TLS),
    /** A program that keeps what was saved; it asks for that, and is in no call. */
    CMS(Role.EXPERT, ClientKind.WEB, Transport.HTTPS);

    private static final CallId CALL = new CallId("demo");

    private final Role role;
    private final ClientKind client;
    private final Transport transport;

    /** How it reaches the relay. */
    enum Transport {
        TLS,
        WSS,
        HTTPS
    }

    Part(Role role, ClientKind client, Transport transport) {
        this.role = role;
        this.client = client;
        this.transport = transport;
    }

    /** Its name on tickets and in the timeline. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name, and how it reaches the relay. */
    String title() {
        return word() + " (" + transport.name().toLowerCase(Locale.ROOT) + ")";
    }

    Transport transport() {
        return transport;
    }

    /** The two whom the story is about; the others only try what they may not, or come late. */
    boolean isLead() {
        return this == OPERATOR || this == EXPERT;
    }

    /** To be in the call. */
    Grant grant() {
        return new Grant(CALL, new PersonId(word()), word(), role, client, Optional.empty());
    }

    /** To ask for what was saved in whatever call. */
    ApiGrant apiGrant() {
        return new ApiGrant(Optional.empty(), new PersonId(word()), grant().standing());
    }
}
