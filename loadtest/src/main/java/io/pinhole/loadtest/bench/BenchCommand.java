package io.pinhole.loadtest.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The measurements by name. */
@Command(
        name = "bench",
        description = "Measure a relay on this machine, and the wire.",
        subcommands = {VoiceBenchCommand.class, WireBenchCommand.class})
public final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to measure: voice or wire");
    }
}
