package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.proto.Ink;
import java.util.List;

/** Points to messages and back: written as {@link InkBits}, read also as plain differences. */
final class InkCodec {

    /** No point of a widget in range is farther from its x and y, which are in range themselves. */
    static final int FARTHEST = Geometry.MOST - Geometry.LEAST;

    private InkCodec() {}

    static Ink encode(int shift, int[] grid) {
        Ink.Builder message = Ink.newBuilder().setBits(InkBits.write(grid));
        if (shift != InkPen.SHIFT) {
            message.setShift(shift);
        }
        return message.build();
    }

    static int[] decode(Ink message) throws RefusedException {
        int shift = shift(message);
        if (shift < 0 || shift > io.pinhole.protocol.widget.Ink.MAX_SHIFT) {
            throw bad("the shift of ink is " + Integer.toUnsignedString(shift));
        }
        int farthest = FARTHEST >> shift;
        if (message.getBits().isEmpty()) {
            return sums(message.getPointsList(), farthest);
        }
        if (message.getPointsCount() > 0) {
            throw bad("ink has both bits and points");
        }
        int[] grid = InkBits.read(message.getBits(), farthest);
        checkPairs(grid.length);
        return grid;
    }

    static int shift(Ink message) {
        return message.hasShift() ? message.getShift() : InkPen.SHIFT;
    }

    private static int[] sums(List<Integer> differences, int farthest) throws RefusedException {
        checkPairs(differences.size());
        checkCount(differences.size() / 2);
        int[] grid = new int[differences.size()];
        for (int i = 0; i < grid.length; i++) {
            long sum = (i < 2 ? 0L : grid[i - 2]) + differences.get(i);
            checkRange(sum, farthest);
            grid[i] = (int) sum;
        }
        return grid;
    }

    private static void checkPairs(int numbers) throws RefusedException {
        if (numbers == 0 || numbers % 2 != 0) {
            throw bad("ink of " + numbers + " numbers is not made of points");
        }
    }

    static void checkCount(int points) throws RefusedException {
        if (points > Limits.DEFAULT.points()) {
            throw new RefusedException(
                    Code.TOO_MANY_POINTS, "more than " + Limits.DEFAULT.points() + " points at once");
        }
    }

    static void checkRange(long steps, int farthest) throws RefusedException {
        if (steps < -farthest || steps > farthest) {
            throw bad("a point of the ink is out of range");
        }
    }

    private static RefusedException bad(String message) {
        return new RefusedException(Code.BAD_GEOMETRY, message);
    }
}
