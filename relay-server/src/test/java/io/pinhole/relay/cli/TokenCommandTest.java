package io.pinhole.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.relay.auth.ApiGrant;
import io.pinhole.relay.auth.Grant;
import io.pinhole.relay.auth.SigningKeys;
import io.pinhole.relay.auth.Standing;
import io.pinhole.relay.auth.TokenVerifier;
import io.pinhole.relay.config.DataFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class TokenCommandTest {

    @TempDir
    Path temporary;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void onAnEmptyFolderKeysAreMadeAndTheTokenAlonePrinted() throws Exception {
        assertThat(run("--call c1 --identity ada --role field-operator")).isZero();

        assertThat(out.toString()).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\n");
        assertThat(err.toString()).isEmpty();
        assertThat(verified())
                .isEqualTo(new Grant(
                        new CallId("c1"),
                        new PersonId("ada"),
                        "ada",
                        Role.FIELD_OPERATOR,
                        ClientKind.MOBILE,
                        Optional.empty()));
    }

    @Test
    void everyOptionReachesTheToken() throws Exception {
        assertThat(run("--call c1 --identity bob --name Bob --role observer --client web --rights view,talk --ttl 2h"))
                .isZero();

        assertThat(verified())
                .isEqualTo(new Grant(
                        new CallId("c1"),
                        new PersonId("bob"),
                        "Bob",
                        Role.OBSERVER,
                        ClientKind.WEB,
                        Optional.of(Set.of(Right.VIEW, Right.TALK))));
    }

    @Test
    void anExpertIsAtADeskUnlessSaidOtherwise() throws Exception {
        assertThat(run("--call c1 --identity eve --role expert")).isZero();
        assertThat(verified().client()).isEqualTo(ClientKind.DESKTOP);
    }

    @Test
    void aTokenForTheApiNamesNoCallAndJoinsNone() throws Exception {
        assertThat(run("--api --identity cms --role observer --rights view,original --ttl 24h"))
                .isZero();

        assertThat(verifier().verifyApi(out.toString().strip()))
                .isEqualTo(new ApiGrant(
                        Optional.empty(),
                        new PersonId("cms"),
                        new Standing(Role.OBSERVER, ClientKind.WEB, Optional.of(Set.of(Right.VIEW, Right.ORIGINAL)))));
        assertThatThrownBy(this::verified).hasMessage("the token has no call");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--identity a --role expert | --call",
                "--call c --api --identity a --role expert | mutually exclusive",
                "--api --identity a --role expert --name Ada | --name is for --call",
                "--call c --identity a --role boss | field-operator, expert, observer",
                "--call c --identity a --role expert --client tv | mobile, desktop, web",
                "--call c --identity a --role expert --rights fly | talk, switch-mode",
                "--call c --identity a --role expert --ttl soon | 30s, 10m or 2h",
                "--call c --identity a --role expert --ttl 0s | --ttl must be",
                "--call c --identity a --role expert --ttl 25h | --ttl must be",
                "--call c --identity a --role expert --ttl 999999999d | --ttl must be",
                "--call c --identity a --role expert --name a\u202eb | --name has the forbidden character U+202E",
                "--call c\u0007 --identity a --role expert | call id has the forbidden character U+0007",
                "--call c --identity a | --role",
                "--call c --identity a --role expert --set limits.participant=3 | limits.participants",
                "--call c --identity a --role expert --colour red | --colour",
            })
    void badInputIsAnsweredInOneLineThatNamesTheMend(String arguments, String mend) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains(mend).containsOnlyOnce("\n").endsWith("\n");
    }

    @Test
    void aFolderWithDataAndWithoutKeysIsRefused() throws Exception {
        Files.createFile(new DataFolder(temporary).database());

        assertThat(run("--call c --identity a --role expert")).isEqualTo(2);
        assertThat(err.toString()).contains("signing keys").containsOnlyOnce("\n");
    }

    private Grant verified() throws Exception {
        return verifier().verify(out.toString().strip());
    }

    private TokenVerifier verifier() {
        SigningKeys keys = SigningKeys.load(new DataFolder(temporary));
        return new TokenVerifier(keys, "pinhole", Duration.ofHours(24), Instant::now);
    }

    private int run(String arguments) {
        List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
        all.addAll(List.of("--data", temporary.toString()));
        CommandLine commandLine = CommandSetup.apply(new CommandLine(new TokenCommand()));
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(all.toArray(String[]::new));
    }
}
