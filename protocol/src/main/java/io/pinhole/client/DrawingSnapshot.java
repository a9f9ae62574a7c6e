package io.pinhole.client;

import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.widget.WidgetState;

/**
 * A photo's widgets as a client knows them at one moment; immutable.
 *
 * @param known whether the relay has said anything of them yet
 * @param epoch of the photo's log
 * @param revision up to which the committed ones are known
 * @param widgets to be shown: with one's own operations that are not committed yet
 * @param committed as everybody has them at that revision
 * @param pending how many operations of one's own are shown before they are committed
 */
public record DrawingSnapshot(
        PhotoId photo,
        boolean known,
        long epoch,
        long revision,
        WidgetState widgets,
        WidgetState committed,
        int pending) {

    static DrawingSnapshot of(PhotoId photo, Replica replica) {
        return new DrawingSnapshot(
                photo,
                replica.isKnown(),
                replica.epoch(),
                replica.revision(),
                replica.view(),
                replica.committed(),
                replica.echoes());
    }
}
