package io.pinhole.loadtest.join;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Writes events as lines of JSON from a thread of its own, so that noting one costs the call nothing. */
public final class EventFile implements AutoCloseable {

    private static final long FLUSH_MILLIS = 100;

    private final Queue<Event> waiting = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final BufferedWriter out;
    private final PrintWriter complaints;
    private final Thread thread = new Thread(this::run, "events");

    private EventFile(BufferedWriter out, PrintWriter complaints) {
        this.out = out;
        this.complaints = complaints;
    }

    /** @param complaints where to say that the file cannot be written any more */
    public static EventFile open(Path file, PrintWriter complaints) throws IOException {
        EventFile events = new EventFile(Files.newBufferedWriter(file), complaints);
        events.thread.setDaemon(true);
        events.thread.start();
        return events;
    }

    /** From any thread; the event must not be changed afterwards. */
    public void add(Event event) {
        waiting.add(event);
    }

    /** Writes what waits. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (out) {
            boolean isLast;
            do {
                isLast = closed.await(FLUSH_MILLIS, TimeUnit.MILLISECONDS);
                writeWaiting();
            } while (!isLast);
        } catch (IOException e) {
            complaints.println("events are not written any more: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeWaiting() throws IOException {
        for (Event event = waiting.poll(); event != null; event = waiting.poll()) {
            out.write(event.json());
            out.newLine();
        }
        out.flush();
    }
}
