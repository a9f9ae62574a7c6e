package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.frame.PhotoId;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Who takes part in a history.
 *
 * @param random decides everything
 */
record Cast(World world, RelayHalf relay, List<Person> people, SplittableRandom random) {

    Person anybody() {
        return people.get(random.nextInt(people.size()));
    }

    PhotoId anyPhoto() {
        return world.photos().get(random.nextInt(world.photos().size()));
    }
}
