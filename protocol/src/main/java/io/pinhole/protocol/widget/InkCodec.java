package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.proto.Ink;
import java.util.List;

/** Points to differences and back; protobuf writes small differences of either sign in one byte. */
final class InkCodec {

    /** No point of a widget in range is farther from its x and y, which are in range themselves. */
    static final int FARTHEST = Geometry.MOST - Geometry.LEAST;

    private InkCodec() {}

    static Ink encode(int shift, int[] grid) {
        Ink.Builder message = Ink.newBuilder();
        if (shift != InkPen.SHIFT) {
            message.setShift(shift);
        }
        for (int i = 0; i < grid.length; i++) {
            message.addPoints(i < 2 ? grid[i] : grid[i] - grid[i - 2]);
        }
        return message.build();
    }

    static int[] decode(Ink message) throws RefusedException {
        int shift = shift(message);
        List<Integer> differences = message.getPointsList();
        if (shift < 0 || shift > io.pinhole.protocol.widget.Ink.MAX_SHIFT) {
            throw bad("the shift of ink is " + Integer.toUnsignedString(shift));
        }
        if (differences.isEmpty() || differences.size() % 2 != 0) {
            throw bad("ink of " + differences.size() + " numbers is not made of points");
        }
        if (differences.size() / 2 > Limits.DEFAULT.points()) {
            throw new RefusedException(Code.TOO_MANY_POINTS, differences.size() / 2 + " points at once");
        }
        return sums(differences, FARTHEST >> shift);
    }

    static int shift(Ink message) {
        return message.hasShift() ? message.getShift() : InkPen.SHIFT;
    }

    private static int[] sums(List<Integer> differences, int farthest) throws RefusedException {
        int[] grid = new int[differences.size()];
        for (int i = 0; i < grid.length; i++) {
            long sum = (i < 2 ? 0L : grid[i - 2]) + differences.get(i);
            if (sum < -farthest || sum > farthest) {
                throw bad("point " + i / 2 + " of the ink is out of range");
            }
            grid[i] = (int) sum;
        }
        return grid;
    }

    private static RefusedException bad(String message) {
        return new RefusedException(Code.BAD_GEOMETRY, message);
    }
}
