package io.pinhole.relay.store;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Mode;
import java.time.Instant;
import java.util.List;

/**
 * A call that has not ended, with all that is needed to go on with it.
 *
 * @param term ownership of the call: the relay's current term, written by {@link CallStore#open}
 */
public record StoredCall(
        CallId id, Mode mode, Instant created, long term, List<StoredMember> members, List<StoredPhoto> photos) {

    public StoredCall {
        members = List.copyOf(members);
        photos = List.copyOf(photos);
    }
}
