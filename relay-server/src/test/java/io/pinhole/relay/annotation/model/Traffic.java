package io.pinhole.relay.annotation.model;

import java.util.SplittableRandom;

/** What goes on between people and the relay, and between the relay and its store. */
final class Traffic {

    /** More is no history, but a circle. */
    private static final int MAX_MOVES = 5_000;

    private final Cast cast;
    private final RelayHalf relay;
    private final SplittableRandom random;

    Traffic(Cast cast) {
        this.cast = cast;
        this.relay = cast.relay();
        this.random = cast.random();
    }

    void connect(Person person) {
        boolean isFirst = person == cast.people().get(0); // on one link only
        Tampering tampering = new Tampering(isFirst ? cast.world().plant() : Plant.NONE);
        Seat seat = new Seat(relay, person, tampering);
        person.connect(new Line(seat, cast.world().clock(), person::hear));
        relay.attendance().joins(seat);
    }

    /** Something goes on: what was chosen, else whatever can. */
    void next(Person person) {
        int chance = random.nextInt(44);
        if (chance < 6) {
            flow();
            return;
        }
        boolean moved = chance < 16 && up(person)
                || chance < 24 && turnRelay()
                || chance < 31 && relay.store().turn()
                || down(person);
        if (!moved && !relay.turn() && !relay.store().turn()) {
            cast.people().forEach(this::up);
        }
    }

    /** A moment without trouble. */
    private void flow() {
        cast.people().forEach(this::up);
        for (int i = 0; i < 3; i++) {
            relay.turnAll();
            relay.store().turnAll();
        }
        relay.turnAll();
        cast.people().forEach(this::down);
    }

    private boolean up(Person person) {
        Line line = person.line();
        if (line == null && random.nextInt(3) == 0) {
            connect(person);
        }
        return line != null && carry(line.up(), 1 + random.nextInt(2));
    }

    private boolean down(Person person) {
        Line line = person.line();
        return line != null && !line.isStalled() && carry(line.down(), 1 + random.nextInt(3));
    }

    /** The bytes may be cut anywhere. */
    private boolean carry(Wire wire, int records) {
        for (int i = 0; i < records && wire.write(); i++) {}
        int count = wire.inFlight();
        wire.deliver(count > 0 && random.nextInt(4) == 0 ? random.nextInt(count) : count);
        return count > 0;
    }

    private boolean turnRelay() {
        boolean turned = relay.turn();
        if (random.nextBoolean()) {
            relay.turnAll();
        }
        return turned;
    }

    /** Everything that waits goes to where it belongs, and what comes of it. */
    void carryAll() {
        boolean moved = true;
        for (int i = 0; moved; i++) {
            if (i > MAX_MOVES) {
                throw new AssertionError("something goes on for ever");
            }
            moved = relay.store().turn() | relay.turn();
            for (Person person : cast.people()) {
                person.turn();
                Line line = person.line();
                moved |= line != null && (carryAll(line.up()) | carryAll(line.down()));
            }
        }
    }

    private static boolean carryAll(Wire wire) {
        boolean moved = wire.write() || wire.inFlight() > 0;
        wire.deliver(wire.inFlight());
        return moved;
    }
}
