package io.pinhole.relay.call;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.relay.annotation.Surroundings;
import io.pinhole.relay.photo.PhotoList;
import java.time.Instant;

/** The people and photos of a call as its annotation sees them. On the call's thread. */
record AnnotationRoom(Roster roster, PhotoList photos) implements Surroundings {

    @Override
    public void tell(PersonId person, ServerFrame frame) {
        Member member = roster.find(person);
        if (member != null && member.seat() != null) {
            member.seat().tell(frame);
        }
    }

    @Override
    public int participant(PersonId person) {
        Member member = roster.find(person);
        return member == null || member.presence() == Presence.GONE ? 0 : member.handle();
    }

    @Override
    public void edited(PhotoId photo, long revision, Instant time) {
        photos.find(photo).ifPresent(found -> photos.edited(found, revision, time));
    }
}
