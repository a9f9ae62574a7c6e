package io.pinhole.relay.auth;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.PersonId;
import java.util.Optional;

/**
 * What a verified token says of one who asks by HTTP.
 *
 * @param call whose captures may be seen; empty: those of all calls
 */
public record ApiGrant(Optional<CallId> call, PersonId person, Standing standing) {

    public boolean covers(CallId other) {
        return call.isEmpty() || call.get().equals(other);
    }
}
