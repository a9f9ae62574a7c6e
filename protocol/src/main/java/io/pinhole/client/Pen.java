package io.pinhole.client;

import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.InkPen;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A stroke while it is drawn: others see it grow, and when the pen is lifted it becomes a widget with as few points as
 * show the same. Used by one thread.
 */
public final class Pen {

    /** How often others are told how it grows. */
    static final long LIVE_NANOS = 120_000_000;

    /** A quarter of a pixel on a working copy of 1600 pixels. */
    private static final double TOLERANCE = 0.25 * Geometry.SIDE / 1600;

    private final WidgetId widget = WidgetId.random();
    private final WidgetKind kind;
    private final PenStyle style;
    private final InkPen ink = new InkPen(InkPen.SHIFT, TOLERANCE);
    private final Paper paper;
    private long lastLive;

    /** Where the stroke goes. */
    interface Paper {

        long nanoTime();

        /** Shows others a piece; forgotten if there is no connection. */
        void live(Stroke piece);

        CompletableFuture<Long> draw(WidgetId widget, WidgetKind kind, Fields fields);
    }

    Pen(WidgetKind kind, PenStyle style, Paper paper) {
        if (!kind.isInk()) {
            throw new IllegalArgumentException(kind + " has no ink");
        }
        this.kind = kind;
        this.style = style;
        this.paper = paper;
        this.lastLive = paper.nanoTime();
    }

    /** Of the stroke, and of the widget that it will be. */
    public WidgetId widget() {
        return widget;
    }

    /** The hand has moved here, in units. */
    public void to(double x, double y) {
        ink.add(x, y);
        long now = paper.nanoTime();
        if (now - lastLive >= LIVE_NANOS) {
            lastLive = now;
            ink.take().map(this::piece).ifPresent(paper::live);
        }
    }

    /** Makes it a widget; fails if nothing was drawn. */
    public CompletableFuture<Long> lift() {
        Optional<Ink> whole = ink.finish();
        return whole.map(drawn -> paper.draw(widget, kind, style.fields(drawn)))
                .orElseGet(() -> CompletableFuture.failedFuture(new IllegalStateException("nothing was drawn")));
    }

    private Stroke piece(Ink piece) {
        return new Stroke(0, 0, widget, kind.value(), style.colour(), style.width(), piece.toMessage());
    }
}
