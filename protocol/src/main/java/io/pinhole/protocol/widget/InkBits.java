package io.pinhole.protocol.widget;

import com.google.protobuf.ByteString;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import java.util.Arrays;

/**
 * Points as bits. A hand goes on much as it went before, so each step is foretold from the two before it, and only what
 * it differs by is written, in Rice's code: how often that holds 2 to the power of a width, as ones and a zero, then the
 * rest in so many bits. The width is the stroke's own, so that all its numbers together take the fewest bits.
 */
final class InkBits {

    private static final int WIDEST = 20;

    /** So many ones say that the number follows as it is, in {@link #PLAIN_BITS}: a hand may jump. */
    private static final int JUMP = 15;

    private static final int PLAIN_BITS = 21;

    private InkBits() {}

    /** @param grid x and y of each point, at least one */
    static ByteString write(int[] grid) {
        int[] numbers = new int[grid.length];
        for (int i = 0; i < grid.length; i++) {
            int surprise = grid[i] - foretold(grid, i);
            numbers[i] = surprise << 1 ^ surprise >> 31;
        }
        int width = bestWidth(numbers);
        BitWriter out = new BitWriter();
        out.bits(width, 8);
        out.varint(numbers[0]);
        out.varint(numbers[1]);
        for (int i = 2; i < numbers.length; i++) {
            write(numbers[i], width, out);
        }
        return out.padded();
    }

    private static void write(int number, int width, BitWriter out) {
        int times = Math.min(JUMP, number >>> width);
        out.ones(times);
        if (times < JUMP) {
            out.bits(0, 1);
            out.bits(number, width);
        } else {
            out.bits(number, PLAIN_BITS);
        }
    }

    private static int bestWidth(int[] numbers) {
        int best = 0;
        long fewest = Long.MAX_VALUE;
        for (int width = 0; width <= WIDEST; width++) {
            long bits = 0;
            for (int i = 2; i < numbers.length; i++) {
                int times = numbers[i] >>> width;
                bits += times < JUMP ? times + 1 + width : JUMP + PLAIN_BITS;
            }
            if (bits < fewest) {
                best = width;
                fewest = bits;
            }
        }
        return best;
    }

    /** @throws RefusedException BAD_GEOMETRY if these bits are no points within reach, TOO_MANY_POINTS */
    static int[] read(ByteString bits, int farthest) throws RefusedException {
        BitReader in = new BitReader(bits);
        int width = in.bits(8);
        if (width > WIDEST) {
            throw new RefusedException(Code.BAD_GEOMETRY, "ink in codes of " + width + " bits");
        }
        int[] grid = new int[64];
        int length = 0;
        while (length < 2 || !in.isOver()) {
            if (length == grid.length) {
                grid = Arrays.copyOf(grid, 2 * length);
            }
            int number = length < 2 ? in.varint() : read(width, in);
            grid[length] = foretold(grid, length) + (number >>> 1 ^ -(number & 1));
            InkCodec.checkRange(grid[length], farthest);
            InkCodec.checkCount(++length / 2);
        }
        return Arrays.copyOf(grid, length);
    }

    private static int read(int width, BitReader in) throws RefusedException {
        int times = in.ones(JUMP);
        return times < JUMP ? times << width | in.bits(width) : in.bits(PLAIN_BITS);
    }

    /** One more step like the last, less half of the one before: that is how far a hand turns meanwhile. */
    private static int foretold(int[] grid, int i) {
        int last = i < 2 ? 0 : grid[i - 2];
        int step = i < 4 ? 0 : last - grid[i - 4];
        int before = i < 6 ? 0 : grid[i - 4] - grid[i - 6];
        return last + step - (before >> 1);
    }
}
