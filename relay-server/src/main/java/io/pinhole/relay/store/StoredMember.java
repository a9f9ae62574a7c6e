package io.pinhole.relay.store;

import io.pinhole.protocol.frame.Sha256;
import io.pinhole.relay.auth.Grant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Someone who joined a call, and how they may come back.
 *
 * @param resumeSecrets hashes of the secrets that are valid now: the one in use and, until it is
 *     first used, its successor; in this order
 */
public record StoredMember(Grant grant, Set<Sha256> resumeSecrets) {

    public StoredMember {
        resumeSecrets = Collections.unmodifiableSet(new LinkedHashSet<>(resumeSecrets));
    }
}
