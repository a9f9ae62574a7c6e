package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.local.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A relay and the programs of two people, who can be told to share photos. */
interface Company extends AutoCloseable {

    /**
     * Lets somebody in.
     *
     * @param zero when voice and notes begin, in nanoseconds of the monotonic clock
     */
    Program enter(Seat seat, long zero) throws IOException, InterruptedException;

    /** Lines for a person's standard input, with which both can make notes, once the receiver has the sheet. */
    List<String> prepare(Seat seat);

    /** Lines for the sender's standard input: these photos at once, at that second. */
    List<String> share(List<Path> photos, int second);

    /** Lines for the receiver's standard input. */
    List<String> open(String photo);

    @Override
    void close() throws IOException;
}
