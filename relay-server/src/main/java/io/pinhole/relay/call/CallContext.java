package io.pinhole.relay.call;

import io.pinhole.relay.annotation.AnnotationShelf;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.capture.Captures;
import io.pinhole.relay.photo.PhotoShelf;
import io.pinhole.relay.store.CallStore;

/**
 * What all calls share.
 *
 * @param delivery of everything that goes out to participants
 */
public record CallContext(
        CallStore store,
        PhotoShelf photos,
        AnnotationShelf annotation,
        Captures captures,
        Permissions permissions,
        CallLimits limits,
        Attendance attendance,
        Delivery delivery) {

    /** Counts the people who are in calls. */
    public interface Attendance {
        void participantJoined();

        void participantLeft();
    }
}
