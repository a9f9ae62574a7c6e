package io.pinhole.loadtest.join;

import static org.awaitility.Awaitility.await;

import io.pinhole.client.ClientConfig;
import io.pinhole.protocol.frame.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/** A participant that does what a test says when the test has seen what it waited for. */
final class Puppet implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private final BlockingQueue<List<ScriptLine>> lines = new LinkedBlockingQueue<>();
    private final Path events;
    private final Path widgets;
    private final EventFile file;
    private final Participation participation;
    private final CompletableFuture<Refusal> end;

    Puppet(Path folder, String name, ClientConfig config) throws IOException {
        events = folder.resolve(name + ".jsonl");
        widgets = folder.resolve(name + ".json");
        PrintWriter console = new PrintWriter(new StringWriter());
        file = EventFile.open(events, console);
        Plan plan = new Plan(
                config,
                Optional.empty(),
                lines::take,
                List.of(),
                new Drawn(Optional.empty(), Optional.of(widgets)),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                (int) PATIENCE.toSeconds());
        participation = new Participation(plan, new Journal(Optional.of(file), console));
        end = CompletableFuture.supplyAsync(this::run);
    }

    private Refusal run() {
        try {
            return participation.run();
        } catch (NotConnectedException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One line right after the other, without their times. */
    Puppet does(String... actions) {
        lines.add(Stream.of(actions).map(action -> Actions.parse("0 " + action)).toList());
        return this;
    }

    /** Waits for an event that has all of this. */
    Puppet sees(String name, String... parts) {
        String event = "\"ev\":\"" + name + "\"";
        await(name + List.of(parts))
                .atMost(PATIENCE)
                .until(() -> Files.readAllLines(events).stream()
                        .filter(line -> line.contains(event))
                        .anyMatch(line -> Stream.of(parts).allMatch(line::contains)));
        return this;
    }

    /** What it has drawn and seen drawn in the end. */
    String leave() {
        close();
        try {
            return Files.readString(widgets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        participation.stop();
        end.join();
        file.close();
    }
}
