package io.pinhole.relay.auth;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import java.util.Optional;
import java.util.Set;

/**
 * What a verified token says of its bearer.
 *
 * @param name display name, clean by {@link io.pinhole.protocol.frame.Texts#displayName}
 * @param rights if present, narrows (never widens) what the role may do
 */
public record Grant(
        CallId call, PersonId person, String name, Role role, ClientKind client, Optional<Set<Right>> rights) {

    public Grant {
        rights = rights.map(Set::copyOf);
    }

    public Standing standing() {
        return new Standing(role, client, rights);
    }
}
