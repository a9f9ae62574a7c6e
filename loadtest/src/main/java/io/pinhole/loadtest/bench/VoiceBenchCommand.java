package io.pinhole.loadtest.bench;

import io.pinhole.loadtest.local.LocalRelay;
import io.pinhole.loadtest.local.TemporaryFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Many calls of two people who both talk all the time; a frame lost makes the exit code 1. */
@Command(
        name = "voice",
        description = "Calls of two people, 50 voice frames a second each way: what is lost, how late, at what cost.")
public final class VoiceBenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--calls", paramLabel = "N", defaultValue = "200", description = "Default: ${DEFAULT-VALUE}.")
    private int calls;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "60", description = "Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there as well.")
    private @Nullable Path json;

    @Override
    public Integer call() throws InterruptedException {
        if (calls < 1 || seconds < 1) {
            throw new ParameterException(spec.commandLine(), "at least one call and one second are needed");
        }
        PrintWriter out = spec.commandLine().getOut();
        VoiceLoad load = new VoiceLoad(calls, seconds);
        out.println(load);
        out.flush();
        try {
            return measure(load, out);
        } catch (IOException e) {
            spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private int measure(VoiceLoad load, PrintWriter out) throws IOException, InterruptedException {
        VoiceReport report = run(load);
        out.print(report.text());
        out.flush();
        if (json != null) {
            Files.writeString(json, report.json());
        }
        return report.isWhole() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static VoiceReport run(VoiceLoad load) throws IOException, InterruptedException {
        // All come from one address, and nearly at once.
        List<String> settings = List.of("auth.max-unauthenticated-per-address=1000");
        try (TemporaryFolder folder = TemporaryFolder.create();
                LocalRelay relay = LocalRelay.start(folder.path(), settings);
                VoiceGenerator generator = new VoiceGenerator(load, relay)) {
            generator.join();
            RelayFigures before = RelayFigures.scrape(relay.metrics());
            VoiceFigures heard = generator.run();
            RelayFigures after = RelayFigures.scrape(relay.metrics());
            return new VoiceReport(load, heard, after.since(before));
        }
    }
}
