package io.pinhole.client;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.WidgetId;
import java.util.Set;

/** Told what happens on the photos that are followed. Called like {@link CallListener}, of which it is a part. */
public interface AnnotationListener {

    /**
     * These widgets look different, are new, or are gone, by one's own or by somebody else's doing. When a photo's widgets
     * become known and there are none, it is told with an empty set.
     */
    void widgets(Drawing drawing, Set<WidgetId> changed);

    /** An operation of one's own went to the line. */
    void sent(KeptOperation operation);

    /** An operation of one's own is durable, and shown to everybody. */
    void stored(KeptOperation operation, long revision);

    /** An operation of one's own was not done. What was shown of it is taken back. */
    void refused(KeptOperation operation, Refusal reason);

    /** A photo that one has saved is durable, or its picture is ready, or there will be none. */
    void capture(Capture capture);

    /** A photo was not saved, and will not be. */
    void refused(KeptSave save, Refusal reason);

    /** Committed operations came, one's own among them. */
    void deltas(PhotoId photo, Deltas deltas);

    /** Where somebody points now. The snapshot has it until it has {@link #faded}. */
    void pointer(PhotoId photo, Pointer pointer);

    /** What somebody has drawn since the last time of a stroke that goes on. The snapshot has all of it until it has {@link #faded}. */
    void stroke(PhotoId photo, Stroke piece);

    /**
     * Pointers or strokes are not to be shown any more, and not in the snapshot: their time is over, the person is gone,
     * the connection is lost, or the stroke has become a widget.
     */
    void faded(Drawing drawing);
}
