package io.pinhole.loadtest.join;

import io.pinhole.client.ClientConfig;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Rendition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Joins a call without a screen. */
@Command(
        name = "join",
        description = "Join a call without a screen: talk, share photos, write down what happens.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:left, or the call was ended",
            "1:the relay refused",
            "2:a wrong option or file",
            "3:no connection to the relay"
        })
public final class JoinCommand implements Callable<Integer> {

    static final int REFUSED = 1;
    static final int NOT_CONNECTED = 3;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--connect",
            required = true,
            paramLabel = "URL",
            description = "The relay: tls://HOST:PORT, wss://HOST:PORT[/path] or, to this machine,"
                    + " ws://HOST:PORT[/path] (default path: /call).")
    private String connect;

    @Mixin
    private final TokenOptions token = new TokenOptions();

    @Mixin
    private final TrustOptions trust = new TrustOptions();

    @Mixin
    private final VoiceOptions voice = new VoiceOptions();

    @Mixin
    private final ActionOptions actions = new ActionOptions();

    @Option(names = "--save-photos", paramLabel = "DIR", description = "Open every photo of others and save it there.")
    private @Nullable Path savePhotos;

    @Option(names = "--follow", description = "Follow every photo as soon as it is in the list.")
    private boolean follow;

    @Option(names = "--events", paramLabel = "FILE", description = "Write all that happens, one JSON object a line.")
    private @Nullable Path events;

    @Option(
            names = "--start-at",
            paramLabel = "NANOS",
            description = "When all times begin, by the machine's monotonic clock (default: when joined).")
    private @Nullable Long startAt;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Leave after so many seconds (default: when interrupted).")
    private @Nullable Double seconds;

    @Option(
            names = "--connect-within",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "Give up if not in the call by then (default: ${DEFAULT-VALUE}).")
    private int connectWithin;

    private final InputStream in;

    public JoinCommand() {
        this(System.in);
    }

    /** @param in where {@code --script -} reads */
    public JoinCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Plan plan = plan();
        Optional<EventFile> file = Optional.empty();
        if (events != null) {
            file = Optional.of(EventFile.open(events, spec.commandLine().getErr()));
        }
        Participation participation =
                new Participation(plan, new Journal(file, spec.commandLine().getOut()));
        Interruption interruption = Interruption.handle(participation::stop);
        int code = NOT_CONNECTED;
        try {
            code = exitCode(participation.run());
        } catch (NotConnectedException e) {
            complain(e.getMessage() + " (does it run there, and is --trust its fingerprint?)");
        } finally {
            file.ifPresent(EventFile::close);
            interruption.finished(code);
        }
        return code;
    }

    private int exitCode(Refusal reason) {
        Optional<Code> code = reason.code();
        if (code.isPresent() && (code.get() == Code.LEFT || code.get() == Code.CALL_ENDED)) {
            return ExitCode.OK;
        }
        complain("the relay refused: " + reason);
        return REFUSED;
    }

    private void complain(String sentence) {
        spec.commandLine().getErr().println(spec.qualifiedName() + ": " + sentence);
    }

    private Plan plan() throws IOException {
        try {
            Endpoint relay = Endpoint.parse(connect);
            ClientConfig.Builder config = ClientConfig.to(relay.host(), relay.port())
                    .transport(relay.transport())
                    .token(token.token())
                    .trust(trust.trust())
                    .client("pinhole-join", "0.1");
            if (savePhotos != null) {
                Files.createDirectories(savePhotos);
                config.autoOpen(Rendition.values());
            }
            if (follow) {
                config.autoFollow();
            }
            return new Plan(
                    config.build(),
                    voice.source(),
                    actions.source(in),
                    actions.shots(),
                    actions.drawn(),
                    Optional.ofNullable(savePhotos),
                    startAt == null ? OptionalLong.empty() : OptionalLong.of(startAt),
                    seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds),
                    connectWithin);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
