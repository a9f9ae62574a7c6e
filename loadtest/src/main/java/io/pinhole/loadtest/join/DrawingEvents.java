package io.pinhole.loadtest.join;

import io.pinhole.client.Capture;
import io.pinhole.client.DrawingSnapshot;
import io.pinhole.client.KeptOperation;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.Operation;
import java.util.List;
import java.util.Locale;

/** What is noted of drawing. */
final class DrawingEvents {

    private DrawingEvents() {}

    static Event of(String name, KeptOperation kept) {
        Event event =
                Event.of(name).with(kept.photo()).with("seq", kept.seq()).with("operation", word(kept.operation()));
        return kept.operation() instanceof Operation.Create create
                ? event.with("widget", create.widget().toString()).with("kind", create.kind())
                : event;
    }

    /** What is shown now. */
    static Event of(DrawingSnapshot drawing) {
        return Event.of("widgets")
                .with(drawing.photo())
                .with("epoch", drawing.epoch())
                .with("revision", drawing.revision())
                .with("pending", drawing.pending())
                .with("widgets", drawing.widgets().size())
                .later("hash", () -> WidgetsHash.of(drawing.photo(), drawing.widgets()));
    }

    static Event of(PhotoId photo, Deltas deltas) {
        return Event.of("deltas")
                .with(photo)
                .with("epoch", deltas.epoch())
                .with("after", deltas.after())
                .with("upTo", deltas.upTo())
                .with("operations", deltas.deltas().size());
    }

    /** The numbered notes of others among them. */
    static List<Event> notes(PhotoId photo, Deltas deltas) {
        return deltas.deltas().stream()
                .filter(delta -> !delta.getPerson().isEmpty())
                .flatMap(delta -> NumberedNote.of(delta).stream()
                        .map(note -> Event.of("note-received")
                                .with(photo)
                                .with("from", delta.getParticipant())
                                .with("seq", note.seq())
                                .with("due", note.due())))
                .toList();
    }

    static Event of(PhotoId photo, Pointer pointer) {
        return Event.of("pointer")
                .with(photo)
                .with("participant", pointer.participant())
                .with("x", pointer.x())
                .with("y", pointer.y());
    }

    static Event of(PhotoId photo, Stroke piece) {
        return Event.of("stroke")
                .with(photo)
                .with("participant", piece.participant())
                .with("widget", piece.widget().toString())
                .with("numbers", numbers(piece));
    }

    private static int numbers(Stroke piece) {
        try {
            return 2 * Ink.of(piece.ink()).count();
        } catch (RefusedException e) {
            return 0;
        }
    }

    /** What is left. */
    static Event faded(DrawingSnapshot left) {
        return Event.of("faded")
                .with(left.photo())
                .with("pointers", left.pointers().size())
                .with("strokes", left.strokes().size());
    }

    static Event of(Capture capture) {
        Event event = Event.of("capture")
                .with("capture", capture.id().toString())
                .with(capture.photo())
                .with("name", capture.name().value())
                .with("epoch", capture.pin().epoch())
                .with("revision", capture.pin().revision())
                .with("state", capture.state());
        return capture.failure().map(event::with).orElse(event);
    }

    private static String word(Operation operation) {
        return operation.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
