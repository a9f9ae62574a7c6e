package io.pinhole.loadtest.local;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A main class of our own class path in a process of its own; it does not outlive us. */
public final class JavaProcess implements Program {

    private static final long PATIENCE_SECONDS = 10;
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final Path log;
    private final Thread atExit;

    private JavaProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.atExit = new Thread(process::destroy, "stops " + log.getFileName());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** @param log takes what the process prints */
    public static JavaProcess start(String mainClass, List<String> arguments, Path log) throws IOException {
        return start(command(List.of(), mainClass, arguments), log);
    }

    /** For a process that ends after some seconds: less is spent on making it fast. */
    public static JavaProcess startShortLived(String mainClass, List<String> arguments, Path log) throws IOException {
        return start(command(SHORT_LIVED, mainClass, arguments), log);
    }

    /**
     * As above, by another command.
     *
     * @param prefix of the command; it must become our program, not start it
     */
    static JavaProcess startShortLived(List<String> prefix, String mainClass, List<String> arguments, Path log)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(command(SHORT_LIVED, mainClass, arguments));
        return start(command, log);
    }

    private static List<String> command(List<String> options, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(options);
        Optional.ofNullable(System.getenv("PINHOLE_JAVA_OPTS"))
                .filter(more -> !more.isBlank())
                .ifPresent(more -> command.addAll(List.of(more.strip().split("\\s+"))));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        return command;
    }

    private static JavaProcess start(List<String> command, Path log) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(log.toFile())
                .start();
        return new JavaProcess(process, log);
    }

    @Override
    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void type(List<String> lines) throws IOException {
        Writer in = process.outputWriter();
        for (String line : lines) {
            in.write(line + "\n");
        }
        in.flush();
    }

    @Override
    public Optional<Integer> await(long time, TimeUnit unit) throws InterruptedException {
        return process.waitFor(time, unit) ? Optional.of(process.exitValue()) : Optional.empty();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        forgetAtExit();
    }

    private void forgetAtExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            assert !process.isAlive() : e; // we are ending ourselves
        }
    }
}
