package io.pinhole.loadtest.demo;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Prints what happens, in the order of time: seconds since the first thing told, who, what. */
final class Timeline {

    /** By then everybody has written down what happened. */
    private static final long PATIENCE_NANOS = 300_000_000;

    private final PrintWriter out;
    private final Narrator narrator = new Narrator();
    private @Nullable Long zero;
    private final Queue<Happening> waiting = new PriorityQueue<>(Comparator.comparingLong(Happening::at));

    Timeline(PrintWriter out) {
        this.out = out;
    }

    void add(Happening happening) {
        waiting.add(happening);
        print(System.nanoTime() - PATIENCE_NANOS);
    }

    void finish() {
        print(Long.MAX_VALUE);
    }

    private void print(long until) {
        for (Happening next = waiting.peek(); next != null && next.at() <= until; next = waiting.peek()) {
            Happening told = waiting.remove();
            narrator.tell(told).ifPresent(sentence -> print(told, sentence));
        }
        out.flush();
    }

    private void print(Happening told, String sentence) {
        if (zero == null) {
            zero = told.at();
        }
        double seconds = (told.at() - zero) * 1e-9;
        out.printf(Locale.ROOT, "%7.3f  %-9s %s%n", seconds, told.part().word(), sentence);
    }
}
