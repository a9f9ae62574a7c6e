package io.pinhole.loadtest.join;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lines that somebody types, or a program writes, while the call goes on. An empty line ends a portion: what stands
 * before it is made ready at once, photos too, and then done together. Read on a thread of its own, because reading
 * cannot be interrupted.
 */
final class TypedLines implements ScriptSource {

    private final BlockingQueue<List<ScriptLine>> portions = new LinkedBlockingQueue<>();
    private final BufferedReader in;

    private TypedLines(BufferedReader in) {
        this.in = in;
    }

    static TypedLines read(BufferedReader in) {
        TypedLines lines = new TypedLines(in);
        Thread thread = new Thread(lines::run, "typed lines");
        thread.setDaemon(true);
        thread.start();
        return lines;
    }

    @Override
    public List<ScriptLine> next() throws InterruptedException {
        return portions.take();
    }

    private void run() {
        List<ScriptLine> portion = new ArrayList<>();
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String text = line.strip();
                if (!text.isEmpty()) {
                    portion.add(parse(text));
                } else if (!portion.isEmpty()) {
                    portions.add(List.copyOf(portion));
                    portion.clear();
                }
            }
        } catch (IOException e) {
            portion.add(wrong("standard input", e));
        }
        portions.add(List.copyOf(portion));
        portions.add(List.of());
    }

    /** What is wrong is noted when its turn comes; the call goes on. */
    private static ScriptLine parse(String text) {
        try {
            return Actions.parse(text);
        } catch (IllegalArgumentException e) {
            return wrong(text, e);
        }
    }

    private static ScriptLine wrong(String text, Exception e) {
        return new ScriptLine(0, text, actor -> actor.missed(text, String.valueOf(e.getMessage())));
    }
}
