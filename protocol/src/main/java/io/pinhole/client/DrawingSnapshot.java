package io.pinhole.client;

import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.widget.WidgetState;
import java.util.List;

/**
 * A photo's widgets as a client knows them at one moment; immutable.
 *
 * @param known whether the relay has said anything of them yet
 * @param epoch of the photo's log
 * @param revision up to which the committed ones are known
 * @param widgets to be shown: with one's own operations that are not committed yet
 * @param committed as everybody has them at that revision
 * @param pending how many operations of one's own are shown before they are committed
 * @param pointers where others point, one each
 * @param strokes that others are drawing
 */
public record DrawingSnapshot(
        PhotoId photo,
        boolean known,
        long epoch,
        long revision,
        WidgetState widgets,
        WidgetState committed,
        int pending,
        List<Pointer> pointers,
        List<LiveStroke> strokes) {

    public DrawingSnapshot {
        pointers = List.copyOf(pointers);
        strokes = List.copyOf(strokes);
    }

    static DrawingSnapshot of(PhotoId photo, Replica replica, Glimpses glimpses) {
        return new DrawingSnapshot(
                photo,
                replica.isKnown(),
                replica.epoch(),
                replica.revision(),
                replica.view(),
                replica.committed(),
                replica.echoes(),
                glimpses.pointers(),
                glimpses.strokes());
    }
}
