package io.pinhole.loadtest.demo;

import io.pinhole.loadtest.local.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A participant in a program of its own: told what to do, watched through its events. */
final class Player implements AutoCloseable {

    private static final long EXIT_SECONDS = 10;

    private final Part part;
    private final Program program;
    private final EventTail tail;

    /** @param events where the program writes them */
    Player(Part part, Program program, Path events) {
        this.part = part;
        this.program = program;
        this.tail = new EventTail(events);
    }

    Part part() {
        return part;
    }

    /** Lets it do these things one right after the other, when all are ready. */
    void act(List<String> actions) throws IOException {
        List<String> lines = new ArrayList<>();
        actions.forEach(action -> lines.add("0 " + action));
        lines.add("");
        program.type(lines);
    }

    /** What has happened since the last call. */
    List<Happening> news() throws IOException {
        return tail.next().stream().map(line -> Happening.parse(part, line)).toList();
    }

    /** The last line that it printed. */
    String lastWords() throws IOException {
        return Files.readString(program.log()).lines().reduce("", (before, line) -> line);
    }

    /** Waits for its end. */
    void awaitExit() throws IOException, InterruptedException {
        if (program.await(EXIT_SECONDS, TimeUnit.SECONDS).isEmpty()) {
            throw new IOException("the " + part.word() + " does not end");
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
