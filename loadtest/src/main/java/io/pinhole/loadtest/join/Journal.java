package io.pinhole.loadtest.join;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Where everything that happens is noted: all of it in the file, what is rare on the console, and counted. */
final class Journal {

    private static final Set<String> FREQUENT = Set.of(
            "voice-sent",
            "voice-received",
            "photo-sent",
            "photo-received",
            "stored",
            "speak-at",
            "operation-sent",
            "operation-stored",
            "deltas",
            "note-made",
            "note-received",
            "widgets",
            "pointer",
            "stroke");

    private final Optional<EventFile> file;
    private final PrintWriter console;
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

    Journal(Optional<EventFile> file, PrintWriter console) {
        this.file = file;
        this.console = console;
    }

    /** From any thread. */
    void note(Event event) {
        counts.computeIfAbsent(event.name(), name -> new AtomicLong()).incrementAndGet();
        file.ifPresent(f -> f.add(event));
        if (!FREQUENT.contains(event.name())) {
            console.println(event.text());
            console.flush();
        }
    }

    /** How many events of a name there were. */
    long count(String name) {
        AtomicLong count = counts.get(name);
        return count == null ? 0 : count.get();
    }
}
