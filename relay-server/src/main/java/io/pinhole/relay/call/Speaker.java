package io.pinhole.relay.call;

import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.SpeakAt;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.WireException;
import java.util.Optional;

/** Relays what one person says to all others, without a detour. On the connection's thread, but for what says otherwise. */
final class Speaker {

    private final Call call;
    private final Seat seat;
    private final int handle;
    private final boolean mayTalk;
    private final VoiceGate gate;
    private final Talk talk = new Talk();

    /** Made on the call's thread. */
    Speaker(Call call, Seat seat) {
        this.call = call;
        this.seat = seat;
        this.handle = call.roster().handleFor(seat.member());
        this.mayTalk =
                call.context().permissions().rights(seat.member().grant()).contains(Right.TALK);
        this.gate = new VoiceGate(mayTalk, call.context().limits().voiceFramesPerSecond());
    }

    /** How this person may speak. On the call's thread. */
    void tell(Rung rung) {
        if (mayTalk) {
            seat.tell(SpeakAt.class, rung.speakAt());
        }
    }

    /** Any thread. */
    Talk talk() {
        return talk;
    }

    /** Borrows the frame. */
    void say(Voice voice, long now) throws WireException {
        if (voice.speaker() != 0) {
            throw WireException.malformed("a client speaks as speaker 0, not " + voice.speaker());
        }
        Optional<RefusedException> refused = gate.refuse(voice, now);
        if (refused.isPresent()) {
            if (gate.isTimeToSay(now)) {
                seat.tell(new Reply(0, Optional.of(Refusal.of(refused.get()))));
            }
            return;
        }
        talk.heard(now);
        for (Listener listener : call.listeners()) {
            if (listener.seat().member() != seat.member() && hears(listener.seat(), voice)) {
                listener.link().voice(voice.retainedAs(handle), now);
            }
        }
    }

    private boolean hears(Seat other, Voice voice) {
        return call.context().delivery().of(other.person(), voice).isPresent();
    }
}
