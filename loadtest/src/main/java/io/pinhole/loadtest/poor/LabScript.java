package io.pinhole.loadtest.poor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The script that makes lines between network namespaces. */
record LabScript(Path file) {

    private static final long PATIENCE_SECONDS = 20;

    /** The words of a command of it. */
    List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(List.of(words));
        return command;
    }

    /**
     * Runs it.
     *
     * @return what it printed
     * @throws IOException if it failed
     */
    static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + printed.strip());
        }
        return printed;
    }
}
