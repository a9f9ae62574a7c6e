package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.poor.Scene.Photos;
import java.util.List;
import java.util.Optional;

/** The scenes that are measured. */
final class Scenes {

    private static final Photos ONE = new Photos(1, 300_000);
    private static final Photos FOUR = new Photos(4, 60_000);

    private static final Line L0 = Line.both(new Way(2000, 20, 0, 200));
    private static final Line L1 = Line.both(new Way(64, 100, 0, 2000));
    private static final Line L2 = new Line(new Way(128, 150, 1, 1000), new Way(256, 150, 1, 1000));
    private static final Line L3 = Line.both(new Way(256, 300, 2, 1000));
    private static final Line L4 = Line.both(new Way(64, 75, 5, 2000));
    private static final Line NARROW = Line.both(new Way(32, 200, 0, 2000));
    private static final Line FAST = Line.both(new Way(256, 100, 0, 2000));

    static final List<Scene> ALL = List.of(
            usual("L0", L0),
            usual("L1", L1),
            usual("L2", L2),
            usual("L3", L3),
            usual("L4", L4),
            new Scene("both", L1, Speech.USUAL, List.of(), ONE, true),
            new Scene("narrow", NARROW, Speech.SPARING, List.of(), ONE, false),
            new Scene("album", NARROW, Speech.SPARING, List.of(), FOUR, false),
            usual("outage", L1, new Change.Outage(20, 25)),
            usual("fall", FAST, new Change.Rate(9, 64)),
            usual("rise", L1, new Change.Rate(20, 256)),
            usual("beside", L1, new Change.Beside(15, 30)));

    private Scenes() {}

    static Optional<Scene> named(String name) {
        return ALL.stream().filter(scene -> scene.name().equalsIgnoreCase(name)).findFirst();
    }

    private static Scene usual(String name, Line line, Change... changes) {
        return new Scene(name, line, Speech.USUAL, List.of(changes), ONE, false);
    }
}
