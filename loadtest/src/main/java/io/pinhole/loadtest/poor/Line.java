package io.pinhole.loadtest.poor;

/**
 * The poor line of one person.
 *
 * @param up from that person to the relay
 */
record Line(Way up, Way down) {

    static Line both(Way way) {
        return new Line(way, way);
    }

    Way way(Direction direction) {
        return direction == Direction.UP ? up : down;
    }
}
