package io.pinhole.loadtest.demo;

import io.pinhole.loadtest.Main;
import io.pinhole.loadtest.local.JavaProcess;
import io.pinhole.loadtest.local.LocalRelay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A participant in a process of its own: told what to do, watched through its events. */
final class Player implements AutoCloseable {

    private static final long EXIT_SECONDS = 10;

    private final Part part;
    private final JavaProcess process;
    private final EventTail tail;

    private Player(Part part, JavaProcess process, EventTail tail) {
        this.part = part;
        this.process = process;
        this.tail = tail;
    }

    static Player start(Part part, LocalRelay relay, Props props) throws IOException {
        Path events = props.events(part);
        Path token = props.folder().resolve(part.word() + ".token");
        Files.writeString(token, relay.token(part.grant()));
        List<String> arguments = new ArrayList<>(List.of("join", "--script", "-"));
        arguments.addAll(List.of("--connect", "tls://" + relay.host() + ":" + relay.port()));
        arguments.addAll(List.of("--trust", relay.fingerprint(), "--token-file", token.toString()));
        arguments.addAll(List.of("--events", events.toString()));
        if (part.isLead()) {
            arguments.addAll(List.of("--voice-file", props.speech().toString()));
        }
        if (part == Part.EXPERT) {
            arguments.addAll(List.of("--save-photos", props.saved().toString()));
        }
        JavaProcess process = JavaProcess.startShortLived(
                Main.class.getName(), arguments, props.folder().resolve(part.word() + ".log"));
        return new Player(part, process, new EventTail(events));
    }

    Part part() {
        return part;
    }

    /** Lets it do these things one right after the other, when all are ready. */
    void act(List<String> actions) throws IOException {
        List<String> lines = new ArrayList<>();
        actions.forEach(action -> lines.add("0 " + action));
        lines.add("");
        process.type(lines);
    }

    /** What has happened since the last call. */
    List<Happening> news() throws IOException {
        return tail.next().stream().map(line -> Happening.parse(part, line)).toList();
    }

    /** The last line that it printed. */
    String lastWords() throws IOException {
        return Files.readString(process.log()).lines().reduce("", (before, line) -> line);
    }

    /** Waits for its end. */
    void awaitExit() throws IOException, InterruptedException {
        if (process.await(EXIT_SECONDS, TimeUnit.SECONDS).isEmpty()) {
            throw new IOException("the " + part.word() + " does not end");
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
