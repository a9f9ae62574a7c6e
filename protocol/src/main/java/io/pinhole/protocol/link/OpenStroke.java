package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.widget.Ink;
import java.util.ArrayList;
import java.util.List;

/** A stroke that goes on under a handle: what its pieces have in common, and where the last of them ended. */
final class OpenStroke {

    private final Stroke head;
    private final int shift;
    private int x;
    private int y;

    private OpenStroke(Stroke first, Ink ink) {
        this.head = first.with(io.pinhole.protocol.proto.Ink.getDefaultInstance());
        this.shift = ink.shift();
        moveTo(ink, ink.count() - 1);
    }

    /** @throws RefusedException if its first piece has no ink, or more than a piece may have */
    static OpenStroke begin(Stroke first) throws RefusedException {
        return new OpenStroke(first, ink(first));
    }

    int handle() {
        return head.handle();
    }

    /** Whether a piece needs to say nothing but where it goes on. */
    boolean goesOnWith(Stroke piece) throws RefusedException {
        return head.equals(piece.with(head.ink()).under(head.handle()))
                && ink(piece).shift() == shift;
    }

    /** From the last point to those of the next piece. */
    List<Integer> advance(Stroke piece) throws RefusedException {
        Ink ink = ink(piece);
        List<Integer> differences = new ArrayList<>(2 * ink.count());
        for (int i = 0; i < ink.count(); i++) {
            int fromX = x;
            int fromY = y;
            moveTo(ink, i);
            differences.add(x - fromX);
            differences.add(y - fromY);
        }
        return differences;
    }

    /** The next piece, whole, under no handle. */
    Stroke next(List<Integer> differences) throws RefusedException {
        int[] grid = new int[differences.size()];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = (i > 1 ? grid[i - 2] : i == 0 ? x : y) + differences.get(i);
        }
        try {
            Ink ink = requireFew(Ink.of(shift, grid));
            moveTo(ink, ink.count() - 1);
            return head.with(ink.toMessage()).under(0);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Code.BAD_GEOMETRY, String.valueOf(e.getMessage()));
        }
    }

    private void moveTo(Ink ink, int point) {
        x = ink.x(point) >> shift;
        y = ink.y(point) >> shift;
    }

    private static Ink ink(Stroke piece) throws RefusedException {
        return requireFew(Ink.of(piece.ink()));
    }

    private static Ink requireFew(Ink ink) throws RefusedException {
        if (ink.count() > Stroke.MAX_POINTS) {
            throw new RefusedException(Code.TOO_MANY_POINTS, ink.count() + " points in one piece");
        }
        return ink;
    }
}
