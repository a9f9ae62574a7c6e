package io.pinhole.loadtest.poor;

import java.io.IOException;

/** Makes poor lines. */
interface Ground {

    /**
     * The lines of a run.
     *
     * @param zero when the seconds of the run begin, in nanoseconds of the monotonic clock
     */
    Site open(Run run, long zero) throws IOException, InterruptedException;
}
