package io.pinhole.loadtest.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What annotation takes on the wire; needs no relay, and comes to the same each time. */
@Command(
        name = "wire",
        description = "What annotation takes on the wire: ink of three hands, each operation, what LZ4 saves.")
public final class WireBenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there as well.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        WireReport report = WireReport.measure();
        spec.commandLine().getOut().print(report.text());
        spec.commandLine().getOut().flush();
        try {
            if (json != null) {
                Files.writeString(json, report.json());
            }
            return ExitCode.OK;
        } catch (IOException e) {
            spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }
}
