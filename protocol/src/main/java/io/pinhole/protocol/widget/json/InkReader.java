package io.pinhole.protocol.widget.json;

import io.pinhole.protocol.json.BadJsonException;
import io.pinhole.protocol.json.JsonInput;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.InkPen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The points of a stroke, from units to steps of their grid. */
final class InkReader {

    private final JsonInput in;
    private final List<Integer> units = new ArrayList<>();
    private int shift = InkPen.SHIFT;

    InkReader(JsonInput in) {
        this.in = in;
    }

    Ink read() throws IOException, BadJsonException {
        String path = in.path();
        in.object(this::read);
        Ink ink = ink(path);
        for (int i = 0; i < units.size(); i++) {
            if ((i % 2 == 0 ? ink.x(i / 2) : ink.y(i / 2)) != units.get(i)) {
                throw new BadJsonException(
                        path + "/points/" + i, units.get(i) + " is not on the grid of shift " + shift);
            }
        }
        return ink;
    }

    private Ink ink(String path) throws BadJsonException {
        try {
            return Ink.of(shift, units.stream().mapToInt(unit -> unit >> shift).toArray());
        } catch (IllegalArgumentException e) {
            throw new BadJsonException(path, String.valueOf(e.getMessage()));
        }
    }

    private void read(String key) throws IOException, BadJsonException {
        switch (key) {
            case "shift" -> shift = in.integer();
            case "points" -> in.array(() -> units.add(in.integer()));
            default -> throw in.bad("ink has shift and points");
        }
    }
}
