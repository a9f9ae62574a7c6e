package io.pinhole.relay;

import io.pinhole.relay.cli.CommandSetup;
import io.pinhole.relay.cli.ServeCommand;
import io.pinhole.relay.cli.TokenCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** The program: its commands, and nothing else. */
@Command(
        name = "pinhole",
        description = "A relay for voice, photos and drawing over links too poor for video.",
        subcommands = {ServeCommand.class, TokenCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = ScopeType.INHERIT)
public final class Main {

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true"); // pictures are drawn, and no display is asked to help
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
