package io.pinhole.loadtest.poor;

import java.io.IOException;

/** Makes poor lines. */
interface Ground {

    /** The lines of a run. */
    Site open(Run run) throws IOException, InterruptedException;
}
