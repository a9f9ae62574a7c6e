package io.pinhole.relay.cli;

import io.pinhole.relay.config.ConfigException;
import io.pinhole.relay.store.StoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Errors as one line that says what to mend; a stack trace only for what nobody foresaw. */
final class OneLineErrors {

    private OneLineErrors() {}

    static int badArguments(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        print(command, e.getMessage() + " (see " + name + " --help)");
        return ExitCode.USAGE;
    }

    static int failure(Exception e, CommandLine command, ParseResult arguments) throws Exception {
        if (e instanceof ConfigException) {
            print(command, e.getMessage());
            return ExitCode.USAGE;
        }
        if (e instanceof StoreException) {
            print(command, e.getMessage());
            return ExitCode.SOFTWARE;
        }
        throw e;
    }

    private static void print(CommandLine command, @Nullable String message) {
        String line = String.valueOf(message).replaceAll("\\s*\\R\\s*", " ");
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + line);
    }
}
