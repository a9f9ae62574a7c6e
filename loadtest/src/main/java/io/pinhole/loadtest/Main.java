package io.pinhole.loadtest;

import io.pinhole.loadtest.bench.BenchCommand;
import io.pinhole.loadtest.demo.DemoCommand;
import io.pinhole.loadtest.join.JoinCommand;
import io.pinhole.relay.cli.CommandSetup;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** The program: its commands, and nothing else. */
@Command(
        name = "pinhole",
        description = "Clients of a relay without a screen.",
        subcommands = {JoinCommand.class, BenchCommand.class, DemoCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = ScopeType.INHERIT)
public final class Main {

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "logback-client.xml");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return CommandSetup.apply(new CommandLine(new Main()));
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"pinhole " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
