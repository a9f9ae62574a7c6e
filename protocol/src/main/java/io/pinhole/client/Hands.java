package io.pinhole.client;

import io.pinhole.protocol.frame.CaptureName;
import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.WidgetState;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Does on the client's loop what drawings are asked for on any thread. */
final class Hands implements Drawing.Hand {

    private final Annotations annotations;
    private final Annotations.Parts parts;
    private final Map<PhotoId, Laser> lasers = new HashMap<>();

    Hands(Annotations annotations, Annotations.Parts parts) {
        this.annotations = annotations;
        this.parts = parts;
    }

    @Override
    public CompletableFuture<Long> perform(Drawing drawing, Function<WidgetState, Operation> operation) {
        CompletableFuture<Long> stored = new CompletableFuture<>();
        parts.loop().execute(() -> {
            Sheet sheet = annotations.sheet(drawing.photo());
            annotations.add(sheet, operation.apply(sheet.view()), stored).ifPresent(sheet::perform);
        });
        return stored;
    }

    @Override
    public CompletableFuture<Undone> undo(Drawing drawing) {
        return takeBack(drawing, Sheet::undo, Sheet::undid);
    }

    @Override
    public CompletableFuture<Undone> redo(Drawing drawing) {
        return takeBack(drawing, Sheet::redo, Sheet::redid);
    }

    private interface Taken {
        void took(Sheet sheet, Step step, OwnOperation own);
    }

    private CompletableFuture<Undone> takeBack(Drawing drawing, Function<Sheet, History.Plan> planned, Taken taken) {
        CompletableFuture<Undone> told = new CompletableFuture<>();
        parts.loop().execute(() -> {
            Sheet sheet = annotations.sheet(drawing.photo());
            History.Plan plan = planned.apply(sheet);
            plan.undone()
                    .operation()
                    .flatMap(operation -> annotations.add(sheet, operation, new CompletableFuture<>()))
                    .ifPresent(own -> plan.step().ifPresent(step -> taken.took(sheet, step, own)));
            told.complete(plan.undone());
        });
        return told;
    }

    @Override
    public CompletableFuture<Pin> stored(Drawing drawing) {
        return later(() -> annotations
                .gate()
                .whyNot(drawing.photo())
                .map(refusal -> CompletableFuture.<Pin>failedFuture(Outcome.exception(refusal)))
                .orElseGet(() -> annotations.pin(drawing.photo())));
    }

    @Override
    public CompletableFuture<Capture> save(Drawing drawing, CaptureName name) {
        return later(() -> annotations.saves().save(drawing.photo(), name));
    }

    private <T> CompletableFuture<T> later(Supplier<CompletableFuture<T>> begun) {
        return CompletableFuture.supplyAsync(begun, parts.loop()).thenCompose(Function.identity());
    }

    @Override
    public void point(Drawing drawing, int x, int y) {
        parts.loop().execute(() -> laser(drawing).to(x, y));
    }

    private Laser laser(Drawing drawing) {
        return lasers.computeIfAbsent(
                drawing.photo(),
                photo -> new Laser(
                        at -> send(drawing, handle -> new Pointer(handle, 0, at.x(), at.y())),
                        act -> rhythm(Laser.INTERVAL_MILLIS, act)));
    }

    private Rhythm rhythm(int intervalMillis, Runnable act) {
        return new Rhythm(intervalMillis, annotations::line, parts.clock(), act);
    }

    /** Forgotten if there is no connection. */
    private void send(Drawing drawing, IntFunction<ClientFrame> frame) {
        DrawingLine line = annotations.line();
        Integer handle = annotations.handle(drawing.photo());
        if (line != null && handle != null) {
            line.send(frame.apply(handle));
        }
    }

    @Override
    public Pen pen(Drawing drawing, WidgetKind kind, PenStyle style) {
        PenStroke.Paper paper = new PenStroke.Paper() {
            @Override
            public Rhythm rhythm(Runnable act) {
                return Hands.this.rhythm(Pen.INTERVAL_MILLIS, act);
            }

            @Override
            public void show(Stroke piece) {
                send(drawing, piece::on);
            }

            @Override
            public CompletableFuture<Long> draw(WidgetId widget, WidgetKind as, Fields fields) {
                return perform(drawing, state -> new Operation.Create(widget, as, state.zOnTop(), fields));
            }
        };
        return new Pen(new PenStroke(kind, style, paper), parts.loop());
    }
}
