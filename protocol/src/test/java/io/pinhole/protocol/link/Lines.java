package io.pinhole.protocol.link;

import java.util.function.UnaryOperator;

/**
 * A line with both its directions, and those that everything is measured on.
 *
 * @param up from the client to the relay
 * @param down from the relay to the client
 */
record Lines(LineShape up, LineShape down) {

    /** A good mobile line. */
    static final Lines L0 = both(LineShape.of(2000, 20, 200));

    /** A poor one that loses nothing, with a long queue. */
    static final Lines L1 = both(LineShape.of(64, 100, 2000));

    /** Uneven, and loses a little. */
    static final Lines L2 = new Lines(
            LineShape.of(128, 150, 1000).losing(1), LineShape.of(256, 150, 1000).losing(1));

    /** By satellite. */
    static final Lines L3 = both(LineShape.of(256, 300, 1000).losing(2));

    /** Poor, and loses much. */
    static final Lines L4 = both(LineShape.of(64, 75, 2000).losing(5));

    /** The poorest that a call is meant for. */
    static final Lines SLOWEST = both(LineShape.of(32, 200, 2000));

    /** At home. */
    static final Lines FAST = both(LineShape.of(20_000, 10, 100));

    static Lines both(LineShape shape) {
        return new Lines(shape, shape);
    }

    /** The other way round. */
    Lines reversed() {
        return new Lines(down, up);
    }

    Lines up(UnaryOperator<LineShape> change) {
        return new Lines(change.apply(up), down);
    }

    Lines down(UnaryOperator<LineShape> change) {
        return new Lines(up, change.apply(down));
    }

    Lines both(UnaryOperator<LineShape> change) {
        return new Lines(change.apply(up), change.apply(down));
    }
}
