package io.pinhole.protocol.codec;

import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.End;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.SetView;
import io.pinhole.protocol.frame.SpeakAt;
import io.pinhole.protocol.frame.View;
import java.util.Map;
import java.util.Optional;

/** Samples of the frames of a call: who is there, its mode, who looks where. */
final class CallSamples {

    private CallSamples() {}

    static void addTo(Map<String, Frame> samples) {
        samples.put(
                "participant",
                new Participant(2, Samples.ANNA, "Anna", Role.EXPERT, ClientKind.DESKTOP, Presence.HERE));
        samples.put(
                "participant-longest",
                new Participant(
                        31,
                        Samples.LONGEST_PERSON,
                        Samples.LONGEST_TITLE,
                        Role.OBSERVER,
                        ClientKind.WEB,
                        Presence.GONE));
        samples.put("set-mode", new SetMode(1, Mode.PHOTO));
        samples.put("mode-changed", new ModeChanged(Mode.VIDEO, 31));
        samples.put("set-view-photo", new SetView(Optional.of(Samples.PHOTO), true));
        samples.put("set-view-list", new SetView(Optional.empty(), false));
        samples.put("view-photo", new View(31, Optional.of(Samples.PHOTO), true));
        samples.put("view-list", new View(1, Optional.empty(), false));
        samples.put("end", new End(12));
        samples.put("speak-at", new SpeakAt(16_000, 20, 60));
    }
}
