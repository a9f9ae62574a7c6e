package io.pinhole.loadtest.poor;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All runs of one call of the command, some at a time, each once. */
final class Season implements AutoCloseable {

    private final Stage stage;
    private final Results results;
    private final PrintWriter out;
    private final ExecutorService workers;
    private final Map<String, Future<?>> runs = new HashMap<>();
    private int failed;

    Season(Stage stage, Results results, int jobs, PrintWriter out) {
        this.stage = stage;
        this.results = results;
        this.out = out;
        this.workers = Executors.newFixedThreadPool(jobs);
    }

    /** Plays what has not been played and prints a report of each group; how many runs failed. */
    int play(List<Group> groups) throws InterruptedException {
        List<Run> all = new ArrayList<>();
        groups.forEach(group -> all.addAll(group.all()));
        for (Run run : all) {
            if (results.of(run).isEmpty()) {
                runs.computeIfAbsent(
                        run.key(),
                        key -> workers.submit(() -> {
                            results.add(run, stage.play(run));
                            return key;
                        }));
            }
        }
        for (Group group : groups) {
            for (Run run : group.all()) {
                await(run);
            }
            out.println(Report.of(group, results));
            out.flush();
        }
        return failed;
    }

    private void await(Run run) throws InterruptedException {
        Future<?> playing = runs.remove(run.key());
        if (playing == null) {
            return;
        }
        try {
            playing.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof IOException)) {
                throw new IllegalStateException(e);
            }
            failed++;
            out.println(run.key() + " failed: " + e.getCause().getMessage());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
