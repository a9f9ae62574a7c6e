package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.relay.store.StoredSnapshot;
import java.util.List;
import java.util.SplittableRandom;

/** What goes wrong, or comes at a bad moment. */
final class Troubles {

    private final Cast cast;
    private final Traffic traffic;
    private final World world;
    private final RelayHalf relay;
    private final SplittableRandom random;

    Troubles(Cast cast, Traffic traffic) {
        this.cast = cast;
        this.traffic = traffic;
        this.world = cast.world();
        this.relay = cast.relay();
        this.random = cast.random();
    }

    void of(Person person) {
        switch (random.nextInt(8)) {
            case 0, 1 -> cut(person);
            case 2 -> {
                cut(person);
                traffic.connect(person); // before the relay has found out
            }
            case 3, 4 -> stall(person);
            case 5 -> {
                cut(person);
                relay.attendance().gone(person.id());
            }
            case 6 -> {
                cut(person);
                person.startApp();
            }
            default -> sendAgain(person);
        }
    }

    private void cut(Person person) {
        Line line = person.line();
        if (line != null) {
            person.cut();
            relay.attendance().lost(line.seat());
        }
    }

    private static void stall(Person person) {
        Line line = person.line();
        if (line != null) {
            line.stall(!line.isStalled());
        }
    }

    /** Something that came before comes again, if it is of these logs. */
    private void sendAgain(Person person) {
        List<Operations> before = person.sent();
        before.removeIf(batch -> batch.epoch() != relay.epoch());
        Line line = person.line();
        if (line != null && !before.isEmpty()) {
            line.seat().received(before.get(random.nextInt(before.size())));
            world.census().count(Census.Event.REPEATED);
        }
    }

    void ofAll() {
        switch (random.nextInt(8)) {
            case 0, 1 -> relay.evict();
            case 2, 3, 4 -> {
                relay.store().failing(true);
                relay.store().turn();
                relay.store().failing(false);
            }
            case 5 -> saveSnapshot(cast.anyPhoto());
            case 6 -> relay.store().turnAll();
            default -> {
                if (random.nextInt(3) == 0) {
                    restart();
                }
            }
        }
    }

    private void saveSnapshot(PhotoId photo) {
        long revision = world.oracle().revision(photo);
        StoredSnapshot snapshot = new StoredSnapshot(
                revision, world.oracle().state(photo, relay.epoch(), revision).toSnapshot());
        relay.store().saveSnapshot(RelayHalf.CALL, photo, snapshot);
    }

    /** What the store was asked for last it has done, or not; sometimes it has even lost what it had. */
    private void restart() {
        if (random.nextBoolean()) {
            relay.store().turnAll();
        }
        relay.store().forgetAsked();
        cast.people().forEach(Person::cut);
        boolean isClean = random.nextInt(3) == 0;
        if (!isClean && random.nextBoolean()) {
            world.census().count(Census.Event.LOST, world.oracle().lose(random.nextInt(1, 5)));
        }
        relay.restart(isClean);
        world.oracle().begin(relay.epoch());
        world.census().count(Census.Event.RESTARTED);
        cast.people().forEach(traffic::connect);
    }
}
