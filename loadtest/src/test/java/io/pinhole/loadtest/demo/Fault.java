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
import java.util.Collections;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What can be wrong with a relay, and which line of the demonstration must say so. */
enum Fault {
    /** Loses voice once a photo moves on a poor line. */
    STARVING("S1", LostVoice::fromTheFirstPhotoToTheSecond),
    /** Tells only who switched of the mode. */
    SECRETIVE(
            "S2",
            () -> (to, frame) -> frame instanceof ModeChanged && !to.value().equals("operator")
                    ? Optional.empty()
                    : Optional.of(frame)),
    /** Loses voice once photos move on a good line. */
    STUMBLING("S3", LostVoice::sinceTheSecondPhoto),
    /** Lets everybody do everything. */
    LENIENT("S4", () -> Delivery.FAITHFUL),
    /** Shows a photo at first without what was drawn on it. */
    BARE("S5", Forgotten::firstWidgets),
    /** Never moves a date. */
    FROZEN("S6", Forgotten::newDates),
    /** Sends no previews. */
    PLAIN("S6", Forgotten::previews),
    /** Forwards no operations while a photo is arriving. */
    LATE("S7", Forgotten::whileArriving),
    /** Tells nobody what others look at. */
    BLIND("S8", () -> (to, frame) -> frame instanceof View ? Optional.empty() : Optional.of(frame)),
    /** Takes the operator along when the expert opens a later photo. */
    DRAGGING("S9", Dragged::new),
    /** Serves a state without the newest widget to who comes late. */
    STALE("S10", Forgotten::newestWidget),
    /** Tells who comes back that nothing has happened. */
    FORGETFUL("S10", Forgotten::whatWasMissed),
    /** Tells nobody of new shots, but in the list. */
    SILENT("S11", () -> (to, frame) -> frame instanceof NewShot ? Optional.empty() : Optional.of(frame)),
    /** Withholds the original of one photo. */
    MISERLY("bytes", Forgotten::oneOriginal);

    private final String behaviour;
    private final Supplier<Delivery> delivery;

    Fault(String behaviour, Supplier<Delivery> delivery) {
        this.behaviour = behaviour;
        this.delivery = delivery;
    }

    /** The one that does not happen. */
    String behaviour() {
        return behaviour;
    }

    /** For one relay. */
    Seams seams() {
        return new Seams(this == LENIENT ? everything() : Permissions.standard(), delivery.get());
    }

    private static Permissions everything() {
        return new Permissions(Arrays.stream(Right.values())
                .collect(Collectors.toMap(Function.identity(), right -> Collections.nCopies(3, Rule.YES))));
    }
}
