package io.pinhole.loadtest.poor;

import java.util.Optional;

/**
 * One run of a scene.
 *
 * @param number from 1 on; also the seed of what is random
 * @param congestionControl of the kernel; empty: the line is one of our own
 */
record Run(
        Scene scene,
        Direction direction,
        Transport transport,
        Load load,
        int number,
        Optional<String> congestionControl) {

    /** Names it among all others. */
    String key() {
        return String.join(
                "/",
                scene.name(),
                direction.word(),
                transport.word(),
                load.word(),
                congestionControl.orElse("user-space"),
                String.valueOf(number));
    }

    /** Of that the runs of several numbers are compared. */
    String kind() {
        return key().substring(0, key().lastIndexOf('/'));
    }
}
