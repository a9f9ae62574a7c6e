package io.pinhole.relay.call;

import io.pinhole.protocol.frame.NewShot;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.relay.photo.Audience;
import io.pinhole.relay.photo.Photo;

/** Everybody who is in a call now, to be told what happens in it. On the call's thread. */
final class Crowd implements Audience {

    private final Roster roster;

    Crowd(Roster roster) {
        this.roster = roster;
    }

    /** The key under which only the newest view of a participant waits. */
    record ViewOf(int participant) {}

    void tellAll(Object key, ServerFrame frame) {
        roster.seats().forEach(seat -> seat.tell(key, frame));
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
        tellAll(photo.id(), photo.entry());
    }

    /** The preview goes to all but the author, a notification to those who do not see the list. */
    @Override
    public void published(Photo photo) {
        Member author = roster.find(photo.author());
        for (Seat seat : roster.seats()) {
            if (seat.member() != author) {
                seat.pushPreview(photo);
                if (author != null && seat.member().isAbsorbedBesides(photo.id())) {
                    seat.tell(new NewShot(photo.id(), author.handle()));
                }
            }
        }
    }
}
