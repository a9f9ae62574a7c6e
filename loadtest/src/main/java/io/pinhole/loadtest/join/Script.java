package io.pinhole.loadtest.join;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a participant does, and when. */
final class Script implements Runnable {

    private final ScriptSource source;
    private final Clock clock;
    private final Actor actor;
    private final Journal journal;

    Script(ScriptSource source, Clock clock, Actor actor, Journal journal) {
        this.source = source;
        this.clock = clock;
        this.actor = actor;
        this.journal = journal;
    }

    /** @throws IllegalArgumentException naming the line and what is wrong with it */
    static List<ScriptLine> read(Path file) throws IOException {
        List<ScriptLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                try {
                    lines.add(Actions.parse(text));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
                }
            }
        }
        return lines;
    }

    @Override
    public void run() {
        try {
            for (List<ScriptLine> lines = source.next(); !lines.isEmpty(); lines = source.next()) {
                perform(lines);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the end
        }
    }

    private void perform(List<ScriptLine> lines) throws InterruptedException {
        List<ScriptLine> inTime = new ArrayList<>(lines);
        inTime.sort(Comparator.comparingDouble(ScriptLine::seconds));
        for (ScriptLine line : inTime) {
            Clock.awaitUntil(clock.at(line.seconds()));
            journal.note(Event.of("action").with("line", line.text()));
            line.action().accept(actor);
        }
    }
}
