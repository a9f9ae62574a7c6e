package io.pinhole.loadtest.bench;

import io.pinhole.loadtest.poor.PoorLinkCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The measurements by name. */
@Command(
        name = "bench",
        description = "Measure a relay on this machine, and the wire.",
        subcommands = {VoiceBenchCommand.class, WireBenchCommand.class, PoorLinkCommand.class})
public final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to measure: voice, wire or poor-link");
    }
}
