package io.pinhole.client;

import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.InkPen;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a pen has drawn, and shown of it: a piece as soon as there is something new, but not too often. On the client's loop. */
final class PenStroke {

    private final WidgetId widget = WidgetId.random();
    private final InkPen ink = new InkPen(InkPen.SHIFT, Pen.TOLERANCE);
    private final WidgetKind kind;
    private final PenStyle style;
    private final Paper paper;
    private final Rhythm rhythm;
    private boolean lifted;

    /** Where the stroke goes. */
    interface Paper {

        /** Of an interval of {@link Pen#INTERVAL_MILLIS}. */
        Rhythm rhythm(Runnable act);

        /** Shows others a piece. */
        void show(Stroke piece);

        CompletableFuture<Long> draw(WidgetId widget, WidgetKind kind, Fields fields);
    }

    PenStroke(WidgetKind kind, PenStyle style, Paper paper) {
        if (!kind.isInk()) {
            throw new IllegalArgumentException(kind + " has no ink");
        }
        this.kind = kind;
        this.style = style;
        this.paper = paper;
        this.rhythm = paper.rhythm(this::show);
    }

    WidgetId widget() {
        return widget;
    }

    void to(double x, double y) {
        if (!lifted) {
            ink.add(x, y);
            rhythm.wanted();
        }
    }

    CompletableFuture<Long> lift() {
        Optional<Ink> whole = lifted ? Optional.empty() : ink.finish();
        lifted = true;
        return whole.map(drawn -> paper.draw(widget, kind, style.fields(kind, drawn)))
                .orElseGet(() -> CompletableFuture.failedFuture(new IllegalStateException("nothing was drawn")));
    }

    private void show() {
        if (!lifted) {
            ink.take().ifPresent(piece -> piece.pieces(Stroke.MAX_POINTS).forEach(this::show));
        }
    }

    private void show(Ink piece) {
        paper.show(new Stroke(0, 0, widget, kind.value(), style.colour(), style.width(), piece.toMessage()));
    }
}
