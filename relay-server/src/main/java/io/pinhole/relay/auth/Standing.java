package io.pinhole.relay.auth;

import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import java.util.Optional;
import java.util.Set;

/**
 * What decides who may what, whatever the way of coming.
 *
 * @param rights if present, narrows (never widens) what the role may do
 */
public record Standing(Role role, ClientKind client, Optional<Set<Right>> rights) {

    public Standing {
        rights = rights.map(Set::copyOf);
    }
}
