package io.pinhole.relay.cli;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What all commands share: how they read our words and how they report errors. */
public final class CommandSetup {

    private CommandSetup() {}

    /** Applies to the commands that the given one has by now. */
    public static CommandLine apply(CommandLine commandLine) {
        return commandLine
                .registerConverter(CallId.class, reader(CallId::new))
                .registerConverter(PersonId.class, reader(PersonId::new))
                .registerConverter(Role.class, reader(Role::of))
                .registerConverter(ClientKind.class, reader(ClientKind::of))
                .registerConverter(Right.class, reader(Right::of))
                .registerConverter(Duration.class, reader(Durations::parse))
                .setParameterExceptionHandler(OneLineErrors::badArguments)
                .setExecutionExceptionHandler(OneLineErrors::failure);
    }

    private static <T> ITypeConverter<T> reader(Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }
}
