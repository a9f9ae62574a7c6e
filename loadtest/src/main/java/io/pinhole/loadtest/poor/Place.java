package io.pinhole.loadtest.poor;

/** Where a program runs. */
enum Place {
    /** Where the relay is. */
    NEAR,
    /** At the other end of the poor line. */
    FAR,
    /** At the other end of a second line of that kind. */
    FAR_TOO
}
