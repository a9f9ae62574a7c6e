package io.pinhole.loadtest.poor;

import java.nio.file.Path;

/** Who is where. */
record Seats(Seat sender, Seat receiver) {

    static Seats of(Run run, Path folder) {
        boolean both = run.scene().both();
        boolean isUp = run.direction() == Direction.UP;
        Place senders = both || isUp ? Place.FAR : Place.NEAR;
        Place receivers = both ? Place.FAR_TOO : isUp ? Place.NEAR : Place.FAR;
        return new Seats(new Seat(senders, true, true, folder), new Seat(receivers, false, both, folder));
    }
}
