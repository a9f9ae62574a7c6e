package io.pinhole.loadtest.demo;

import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.NewShot;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.View;
import io.pinhole.relay.RelayServer.Seams;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.auth.Permissions.Rule;
import io.pinhole.relay.call.Delivery;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What can be wrong with a relay, and which line of the demonstration must say so. */
enum Fault {
    /** Loses voice once a photo moves on a poor line. */
    STARVING("S1", telling(LostVoice::fromTheFirstPhotoToTheSecond)),
    /** Tells only who switched of the mode. */
    SECRETIVE(
            "S2",
            telling(() ->
                    (to, frame) -> frame instanceof ModeChanged && !to.value().equals("operator")
                            ? Optional.empty()
                            : Optional.of(frame))),
    /** Loses voice once photos move on a good line. */
    STUMBLING("S3", telling(LostVoice::sinceTheSecondPhoto)),
    /** Lets everybody do everything. */
    LENIENT("S4", () -> Seams.NONE.with(everything())),
    /** Shows a photo at first without what was drawn on it. */
    BARE("S5", telling(Forgotten::firstWidgets)),
    /** Never moves a date. */
    FROZEN("S6", telling(Forgotten::newDates)),
    /** Sends no previews. */
    PLAIN("S6", telling(Forgotten::previews)),
    /** Forwards no operations while a photo is arriving. */
    LATE("S7", telling(Forgotten::whileArriving)),
    /** Tells nobody what others look at. */
    BLIND("S8", telling(() -> (to, frame) -> frame instanceof View ? Optional.empty() : Optional.of(frame))),
    /** Takes the operator along when the expert opens a later photo. */
    DRAGGING("S9", telling(Dragged::new)),
    /** Serves a state without the newest widget to who comes late. */
    STALE("S10", telling(Forgotten::newestWidget)),
    /** Tells who comes back that nothing has happened. */
    FORGETFUL("S10", telling(Forgotten::whatWasMissed)),
    /** Tells nobody of new shots, but in the list. */
    SILENT("S11", telling(() -> (to, frame) -> frame instanceof NewShot ? Optional.empty() : Optional.of(frame))),
    /** Saves the newest revision instead of the one that was seen. */
    HASTY("S12", Hasty::seams),
    /** Withholds the original of one photo. */
    MISERLY("bytes", telling(Forgotten::oneOriginal));

    private final String behaviour;
    private final Supplier<Seams> seams;

    Fault(String behaviour, Supplier<Seams> seams) {
        this.behaviour = behaviour;
        this.seams = seams;
    }

    /** The one that does not happen. */
    String behaviour() {
        return behaviour;
    }

    /** For one relay. */
    Seams seams() {
        return seams.get();
    }

    /** What it tells is wrong. */
    private static Supplier<Seams> telling(Supplier<Delivery> delivery) {
        return () -> Seams.NONE.with(delivery.get());
    }

    /** But for originals, which observers fetch from elsewhere. */
    private static Permissions everything() {
        return new Permissions(Arrays.stream(Right.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        right -> List.of(Rule.YES, Rule.YES, right == Right.ORIGINAL ? Rule.NO : Rule.YES))));
    }
}
