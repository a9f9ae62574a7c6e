package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.local.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a program prints when it is ready. */
final class Printed {

    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int LOOK_MILLIS = 20;

    private Printed() {}

    /** @throws IOException if it ends before, or prints nothing of that kind in half a minute */
    static Matcher await(Program program, Pattern line) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_NANOS;
        boolean isLast = false;
        while (!isLast && System.nanoTime() - deadline < 0) {
            isLast = program.await(LOOK_MILLIS, TimeUnit.MILLISECONDS).isPresent();
            Matcher printed = line.matcher(Files.readString(program.log()));
            if (printed.find()) {
                return printed;
            }
        }
        throw new IOException(
                "a program does not start: " + Files.readString(program.log()).strip());
    }
}
