package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.local.Launcher;
import io.pinhole.loadtest.local.LocalLine.Carried;
import java.io.IOException;
import java.net.InetSocketAddress;

/** The places of one run and the lines between them. */
interface Site extends AutoCloseable {

    /** Where the relay listens. */
    String host();

    Launcher launcher(Place place, Class<?> program);

    /**
     * Plans what happens to the lines. Before anybody connects.
     *
     * @param zero when the seconds of the run begin, in nanoseconds of the monotonic clock
     */
    void begin(long zero) throws IOException, InterruptedException;

    /**
     * Where somebody at that place connects; asked once for each place and relay.
     *
     * @param relay where it listens
     */
    InetSocketAddress route(Place place, InetSocketAddress relay) throws InterruptedException;

    /** What went over the line of {@link Place#FAR} so far, with the headers of TCP and IP. */
    Carried carried() throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
