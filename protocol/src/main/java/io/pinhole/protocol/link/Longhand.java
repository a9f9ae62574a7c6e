package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.StrokeInk;
import io.pinhole.protocol.frame.WireException;
import org.jspecify.annotations.Nullable;

/** Puts back what the peer's {@link Shorthand} has left out, and together what came in parts. */
final class Longhand {

    private final @Nullable OpenStroke[] strokes = new @Nullable OpenStroke[Shorthand.MAX_STROKES + 1];
    private final SnapshotJoiner snapshot = new SnapshotJoiner();
    private long writer;

    /**
     * The frame as it was meant; null if this is not all of it.
     *
     * @throws WireException MALFORMED if what is left out was never said on this connection
     */
    @Nullable Frame of(Frame frame) throws WireException {
        if (frame instanceof Operations operations) {
            return operations.by(writer(operations.writer()));
        }
        if (frame instanceof OperationResults results) {
            return results.of(writer(results.writer()));
        }
        if (frame instanceof StrokeInk ink) {
            return of(ink);
        }
        if (frame instanceof Stroke stroke) {
            return of(stroke);
        }
        return frame instanceof Snapshot part ? snapshot.add(part) : frame;
    }

    private long writer(long said) throws WireException {
        if (said == 0 && writer == 0) {
            throw WireException.malformed("the first operations of a connection without their writer");
        }
        writer = said == 0 ? writer : said;
        return writer;
    }

    private Stroke of(Stroke piece) throws WireException {
        if (piece.handle() < 0 || piece.handle() > Shorthand.MAX_STROKES) {
            throw WireException.malformed("a stroke under the handle " + Integer.toUnsignedString(piece.handle()));
        }
        try {
            strokes[piece.handle()] = OpenStroke.begin(piece);
            return piece.under(0);
        } catch (RefusedException e) {
            throw WireException.malformed("a piece of a stroke: " + e.getMessage());
        }
    }

    private Stroke of(StrokeInk ink) throws WireException {
        OpenStroke open = ink.handle() > Shorthand.MAX_STROKES ? null : strokes[ink.handle()];
        if (open == null || ink.handle() == 0) {
            throw WireException.malformed("a stroke goes on under the unknown handle " + ink.handle());
        }
        try {
            return open.next(ink.differences());
        } catch (RefusedException e) {
            throw WireException.malformed("a piece of a stroke: " + e.getMessage());
        }
    }
}
