package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/**
 * The next points of a stroke that {@link Stroke} has bound to a handle of this connection.
 *
 * @param differences x and y of each point less those of the point before, in steps of the stroke's grid
 */
public record StrokeInk(int handle, List<Integer> differences) implements LinkFrame {

    public StrokeInk {
        differences = List.copyOf(differences);
    }

    static StrokeInk read(ByteBuf in) throws WireException {
        int handle = Wire.readVarint(in, "stroke handle");
        List<Integer> differences = new ArrayList<>();
        while (in.isReadable()) {
            int number = Wire.readVarint(in, "a difference");
            differences.add(number >>> 1 ^ -(number & 1));
        }
        if (differences.isEmpty() || differences.size() % 2 != 0) {
            throw WireException.malformed("a stroke goes on by " + differences.size() + " numbers");
        }
        return new StrokeInk(handle, differences);
    }

    @Override
    public void write(ByteBuf out) {
        Wire.writeVarint(out, handle);
        for (int difference : differences) {
            Wire.writeVarint(out, difference << 1 ^ difference >> 31);
        }
    }

    @Override
    public FrameType type() {
        return FrameType.STROKE_INK;
    }
}
