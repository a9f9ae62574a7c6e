package io.pinhole.loadtest.demo;

import io.pinhole.loadtest.join.JoinCommand;
import io.pinhole.loadtest.local.Program;
import io.pinhole.relay.cli.CommandSetup;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;

/** A participant in a thread of this process: there at once, and cheap. */
final class ThreadProgram implements Program {

    private static final int PIPE_BYTES = 64 * 1024;
    private static final int PATIENCE_SECONDS = 20;

    private final Path log;
    private final PipedOutputStream input = new PipedOutputStream();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final Thread thread;

    private ThreadProgram(List<String> arguments, Path log) throws IOException {
        this.log = log;
        PrintWriter out = new PrintWriter(Files.newBufferedWriter(log), true);
        CommandLine command = CommandSetup.apply(
                        new CommandLine(new JoinCommand(new PipedInputStream(input, PIPE_BYTES))))
                .setOut(out)
                .setErr(out);
        thread = new Thread(
                () -> {
                    try (out) {
                        exitCode.complete(command.execute(arguments.toArray(String[]::new)));
                    } finally {
                        exitCode.complete(CommandLine.ExitCode.SOFTWARE);
                    }
                },
                log.getFileName().toString());
    }

    static Program start(List<String> arguments, Path log) throws IOException {
        if (!arguments.get(0).equals("join")) {
            throw new IllegalArgumentException("only join, not " + arguments);
        }
        ThreadProgram program = new ThreadProgram(arguments.subList(1, arguments.size()), log);
        program.thread.start();
        return program;
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public void type(List<String> lines) throws IOException {
        input.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    @Override
    public Optional<Integer> await(long time, TimeUnit unit) throws InterruptedException {
        try {
            return Optional.of(exitCode.get(time, unit));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            input.close();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
