package io.pinhole.relay.call;

import io.pinhole.protocol.frame.NewShot;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.photo.Audience;
import io.pinhole.relay.photo.Photo;

/**
 * Everybody who is in a call now, to be told what happens in it: of photos only those who may view, and each author of
 * its own. On the call's thread.
 */
final class Crowd implements Audience {

    private final Roster roster;
    private final Permissions permissions;

    Crowd(Roster roster, Permissions permissions) {
        this.roster = roster;
        this.permissions = permissions;
    }

    /**
     * The key under which only the newest holder of a handle waits. Not the person: that one may be back under another
     * handle before a slow line has said that the first is free.
     */
    record ParticipantOf(int handle) {}

    /** The key under which only the newest view of a participant waits. */
    record ViewOf(int participant) {}

    boolean mayView(Member member) {
        return permissions.refusal(member.grant().standing(), Right.VIEW).isEmpty();
    }

    boolean mayKnow(Member member, Photo photo) {
        return photo.author().equals(member.person()) || mayView(member);
    }

    void tellAll(Object key, ServerFrame frame) {
        roster.seats().forEach(seat -> seat.tell(key, frame));
    }

    /** What a person looks at, to all others who may view. */
    void tellView(Member of) {
        roster.seats().stream()
                .filter(seat -> seat.member() != of && mayView(seat.member()))
                .forEach(seat -> seat.tell(new ViewOf(of.handle()), of.view()));
    }

    void tellOthers(Member but, Object key, ServerFrame frame) {
        roster.seats().stream().filter(seat -> seat.member() != but).forEach(seat -> seat.tell(key, frame));
    }

    @Override
    public void tell(PersonId person, ServerFrame frame) {
        Member member = roster.find(person);
        if (member != null && member.seat() != null) {
            member.seat().tell(frame);
        }
    }

    /** For one person, now or when that person is back. */
    void tellEvenLater(PersonId person, ServerFrame frame) {
        Member member = roster.find(person);
        if (member != null && member.seat() == null) {
            member.missed(frame);
        } else {
            tell(person, frame);
        }
    }

    @Override
    public boolean isHere(PersonId person) {
        Member member = roster.find(person);
        return member != null && member.seat() != null;
    }

    @Override
    public void entryChanged(Photo photo) {
        roster.seats().stream()
                .filter(seat -> mayKnow(seat.member(), photo))
                .forEach(seat -> seat.tell(photo.id(), photo.entry()));
    }

    /** The preview goes to all but the author, a notification to those who do not see the list. */
    @Override
    public void published(Photo photo) {
        Member author = roster.find(photo.author());
        for (Seat seat : roster.seats()) {
            if (seat.member() != author && mayView(seat.member())) {
                seat.photos().pushPreview(photo, seat);
                if (author != null && seat.member().isAbsorbedBesides(photo.id())) {
                    seat.tell(new NewShot(photo.id(), author.handle()));
                }
            }
        }
    }
}
