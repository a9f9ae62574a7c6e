package io.pinhole.relay.call;

import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.link.Link;

/** What a participant is told first: who it is, who is there, what they look at, the list of photos that it may view. */
final class Greeting {

    private Greeting() {}

    static void send(Call call, Seat seat, String secret, boolean resumed) {
        Member self = seat.member();
        seat.tell(new Welcome(
                Hello.VERSION,
                seat.capabilities(),
                call.id(),
                self.toParticipant(),
                call.context().permissions().rights(self.grant()),
                secret,
                resumed,
                call.mode(),
                call.context().photos().clock().millis(),
                Link.HEARTBEAT_MILLIS,
                call.term()));
        call.speech().begin(seat, seat.speaker().talk(), System.nanoTime());
        for (Member other : call.roster().present()) {
            if (other != self) {
                seat.tell(new Crowd.ParticipantOf(other.handle()), other.toParticipant());
                if (other.viewed().isPresent() && call.crowd().mayView(self)) {
                    seat.tell(new Crowd.ViewOf(other.handle()), other.view());
                }
            }
        }
        call.photos().published().stream()
                .filter(photo -> call.crowd().mayKnow(self, photo))
                .forEach(photo -> seat.tell(photo.id(), photo.entry()));
        self.takeMissed().forEach(seat::tell);
    }
}
