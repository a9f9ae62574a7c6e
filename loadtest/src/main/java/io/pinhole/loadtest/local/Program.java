package io.pinhole.loadtest.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program that runs beside us. */
public interface Program extends AutoCloseable {

    /** What it prints. */
    Path log();

    /** Writes lines to its standard input. */
    void type(List<String> lines) throws IOException;

    /** The exit code, or empty if it still runs after that time. */
    Optional<Integer> await(long time, TimeUnit unit) throws InterruptedException;

    /** Asks it to end, and ends it if it does not. */
    @Override
    void close();
}
