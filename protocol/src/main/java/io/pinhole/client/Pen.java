package io.pinhole.client;

import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Geometry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A stroke while it is drawn: others see it grow, and when the pen is lifted it becomes a widget with as few points as
 * show the same. Thread-safe; futures complete on the client's loop.
 */
public final class Pen {

    /** The least time between two pieces that others see. */
    public static final int INTERVAL_MILLIS = 50;

    /** How far the ink may be from where the hand was, in units: a quarter of a pixel on a working copy of 1600. */
    public static final double TOLERANCE = 0.25 * Geometry.SIDE / 1600;

    private final PenStroke stroke;
    private final Executor loop;

    Pen(PenStroke stroke, Executor loop) {
        this.stroke = stroke;
        this.loop = loop;
    }

    /** Of the stroke, and of the widget that it will be. */
    public WidgetId widget() {
        return stroke.widget();
    }

    /** The hand has moved here, in units. */
    public void to(double x, double y) {
        loop.execute(() -> stroke.to(x, y));
    }

    /** Makes it a widget; fails if nothing was drawn, or if it was lifted before. */
    public CompletableFuture<Long> lift() {
        CompletableFuture<Long> stored = new CompletableFuture<>();
        loop.execute(() -> stroke.lift().whenComplete((revision, refused) -> {
            if (refused == null) {
                stored.complete(revision);
            } else {
                stored.completeExceptionally(refused);
            }
        }));
        return stored;
    }
}
