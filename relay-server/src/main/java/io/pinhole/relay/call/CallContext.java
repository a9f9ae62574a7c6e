package io.pinhole.relay.call;

import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.relay.annotation.AnnotationShelf;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.capture.Captures;
import io.pinhole.relay.photo.PhotoShelf;
import io.pinhole.relay.store.CallStore;
import java.util.function.Predicate;

/**
 * What all calls share.
 *
 * @param delivers whether a frame goes out to a participant: always, but for tests that plant faults
 */
public record CallContext(
        CallStore store,
        PhotoShelf photos,
        AnnotationShelf annotation,
        Captures captures,
        Permissions permissions,
        CallLimits limits,
        Attendance attendance,
        Predicate<ServerFrame> delivers) {

    /** Counts the people who are in calls. */
    public interface Attendance {
        void participantJoined();

        void participantLeft();
    }
}
