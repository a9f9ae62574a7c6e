package io.pinhole.loadtest.poor;

/** What happens to a line during a run; times are seconds of the run. */
sealed interface Change {

    /** Nothing comes through. */
    record Outage(int from, int to) implements Change {}

    /** The line becomes faster or slower, both ways. */
    record Rate(int at, int kilobitsPerSecond) implements Change {}

    /** Somebody else moves as much as goes through, by TCP and in the direction of the photo. */
    record Beside(int from, int to) implements Change {}
}
