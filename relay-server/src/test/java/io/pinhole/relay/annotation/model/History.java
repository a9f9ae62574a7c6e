package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Some people, photos and a relay, and what happens to them, one step after the other, as a seed says. */
final class History {

    private static final String[] NAMES = {"anna", "ben", "carl", "dora"};

    private final Cast cast;
    private final Traffic traffic;
    private final Acts acts;
    private final Troubles troubles;

    History(long seed, Plant plant, Census census) {
        SplittableRandom random = new SplittableRandom(seed);
        int photoCount = random.nextBoolean() ? 1 : random.nextInt(2, 4);
        List<PhotoId> photos = LongStream.range(0, photoCount)
                .mapToObj(number -> new PhotoId(7, number))
                .toList();
        ModelClock clock = new ModelClock();
        RelayHalf relay = new RelayHalf(photos, clock, plant, census);
        World world = new World(new Oracle(relay.store(), photos), clock, photos, plant, census);
        cast = new Cast(world, relay, people(random, world), random);
        traffic = new Traffic(cast);
        acts = new Acts(cast);
        troubles = new Troubles(cast, traffic);
    }

    private static List<Person> people(SplittableRandom random, World world) {
        List<Person> people = new ArrayList<>();
        int count = random.nextInt(2, Mark.PEOPLE + 1);
        for (int mark = 0; mark < count; mark++) {
            PersonId id = new PersonId(NAMES[mark]);
            Person.Self self = new Person.Self(id, mark, random.nextBoolean(), random.nextLong() | 1);
            people.add(new Person(self, world, new Scribbles(random, mark)));
        }
        return people;
    }

    Cast cast() {
        return cast;
    }

    /** Who is not there from the beginning comes when a step says so. */
    void run() {
        List<Person> people = cast.people();
        people.subList(0, cast.random().nextInt(1, people.size() + 1)).forEach(traffic::connect);
        traffic.carryAll();
        for (int steps = cast.random().nextInt(20, 81); steps > 0; steps--) {
            step(cast.anybody());
        }
        new Finale(cast, traffic).run(absent());
    }

    private void step(Person person) {
        cast.world()
                .clock()
                .pass(cast.random().nextInt(20) == 0 ? 1_000 : cast.random().nextInt(20));
        person.turn();
        int chance = cast.random().nextInt(100);
        if (chance < 40) {
            acts.next(person);
        } else if (chance < 84) {
            traffic.next(person);
        } else if (chance < 93) {
            troubles.of(person);
        } else {
            troubles.ofAll();
        }
    }

    /** Some of those who are not there at the end; somebody always is. */
    private Set<Person> absent() {
        Set<Person> absent = new HashSet<>();
        for (Person person : cast.people()) {
            boolean mayBe =
                    person.line() == null && absent.size() < cast.people().size() - 1;
            if (mayBe && cast.random().nextBoolean()) {
                absent.add(person);
            }
        }
        return absent;
    }
}
