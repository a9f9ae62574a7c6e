package io.pinhole.relay.cli;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Texts;
import io.pinhole.relay.auth.ApiGrant;
import io.pinhole.relay.auth.Grant;
import io.pinhole.relay.auth.SigningKeys;
import io.pinhole.relay.auth.Standing;
import io.pinhole.relay.auth.TokenIssuer;
import io.pinhole.relay.config.RelayConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a token for one person in one call, or for a program that fetches captures. */
@Command(name = "token", description = "Print a token with which one person may join one call, or fetch captures.")
public final class TokenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    @ArgGroup(multiplicity = "1")
    private final Purpose purpose = new Purpose();

    /** What it is for: one of these. */
    static final class Purpose {

        @Option(names = "--call", required = true, paramLabel = "ID", description = "The call to be joined.")
        private @Nullable CallId call;

        @Option(
                names = "--api",
                required = true,
                description = "Not for joining: for the captures of all calls, by HTTP.")
        private boolean api;
    }

    @Option(names = "--identity", required = true, paramLabel = "NAME", description = "Who joins; the newest wins.")
    private PersonId identity;

    @Option(names = "--name", paramLabel = "DISPLAY", description = "What the others read (default: the identity).")
    private @Nullable String name;

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "field-operator, expert or observer.")
    private Role role;

    @Option(
            names = "--client",
            paramLabel = "KIND",
            description =
                    "mobile, desktop or web (default: mobile for a field operator, else desktop; web with --api).")
    private @Nullable ClientKind client;

    @Option(
            names = "--rights",
            split = ",",
            paramLabel = "RIGHT",
            description = "The only rights, of those that the role may have; an observer's talk, annotate and original"
                    + " must be listed (default: all that the role has unasked).")
    private @Nullable Set<Right> rights;

    @Option(
            names = "--ttl",
            defaultValue = "10m",
            paramLabel = "TIME",
            description = "How long it may be used, such as 30s, 10m or 2h (default: ${DEFAULT-VALUE}).")
    private Duration ttl;

    @Override
    public Integer call() {
        RelayConfig config = settings.load().relay();
        checkTtl(config.auth().maxTokenLifetime());
        Function<TokenIssuer, String> issue = purpose.api ? apiToken() : joinToken(purpose.call);
        SigningKeys keys = SigningKeys.load(config.data());
        String token = issue.apply(new TokenIssuer(keys, config.deployment(), InstantSource.system()));
        spec.commandLine().getOut().println(token);
        return ExitCode.OK;
    }

    private void checkTtl(Duration longest) {
        if (ttl.isZero() || ttl.compareTo(longest) > 0) {
            throw mend("--ttl must be from 1s to " + longest.toSeconds() + "s (auth.max-token-lifetime)");
        }
    }

    private Function<TokenIssuer, String> joinToken(@Nullable CallId call) {
        if (call == null) {
            throw mend("either --call or --api is needed");
        }
        ClientKind usual = role == Role.FIELD_OPERATOR ? ClientKind.MOBILE : ClientKind.DESKTOP;
        Grant grant = new Grant(call, identity, displayName(), role, client == null ? usual : client, rights());
        return issuer -> issuer.issue(grant, ttl);
    }

    private Function<TokenIssuer, String> apiToken() {
        if (name != null) {
            throw mend("--name is for --call: who asks by HTTP alone is shown to nobody");
        }
        Standing standing = new Standing(role, client == null ? ClientKind.WEB : client, rights());
        ApiGrant grant = new ApiGrant(Optional.empty(), identity, standing);
        return issuer -> issuer.issue(grant, ttl);
    }

    private Optional<Set<Right>> rights() {
        return Optional.ofNullable(rights).map(EnumSet::copyOf);
    }

    private String displayName() {
        try {
            return name == null ? identity.value() : Texts.displayName(name, "--name");
        } catch (RefusedException e) {
            throw mend(e.getMessage());
        }
    }

    private ParameterException mend(@Nullable String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
