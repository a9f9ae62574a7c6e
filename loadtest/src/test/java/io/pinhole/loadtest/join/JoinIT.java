package io.pinhole.loadtest.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.client.desktop.DesktopRenditions;
import io.pinhole.loadtest.TestRelay;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Role;
import io.pinhole.relay.cli.CommandSetup;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Participants without a screen at a real relay. */
@Timeout(60)
class JoinIT {

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();
    private TestRelay relay;

    @BeforeEach
    void start() throws IOException {
        relay = new TestRelay(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void twoTalkAndOneSavesTheOthersPhoto() throws IOException {
        Path script = folder.resolve("script.txt");
        Path saved = folder.resolve("saved");
        Files.writeString(script, "0.1 photo " + photo() + " Retina\n0.3 drop\n3 rename last Netzhaut\n");
        String startAt = String.valueOf(System.nanoTime() + 1_000_000_000L);
        CompletableFuture<Integer> expert = CompletableFuture.supplyAsync(() -> join(
                Role.EXPERT,
                "--voice=40:20",
                "--seconds=9",
                "--start-at=" + startAt,
                "--save-photos=" + saved,
                "--events=" + folder.resolve("expert")));
        int operator = join(
                Role.FIELD_OPERATOR,
                "--voice=40:60",
                "--seconds=8",
                "--start-at=" + startAt,
                "--script=" + script,
                "--events=" + folder.resolve("operator"));

        assertThat(errors.toString()).isEmpty();
        assertThat(operator).isZero();
        assertThat(expert.join()).isZero();
        List<String> heard = events("expert");
        assertThat(heard).filteredOn(event -> event.contains("voice-received")).hasSizeBetween(20, 140);
        assertThat(heard)
                .filteredOn(event -> event.contains("\"ev\":\"scan\"") && event.contains("\"rendition\":\"working\""))
                .as("scans, counted up")
                .hasSizeGreaterThan(1)
                .first()
                .asString()
                .contains("\"scan\":1");
        assertThat(heard).anyMatch(event -> event.contains("\"title\":\"Netzhaut\"") && event.contains("stored"));
        assertThat(events("operator"))
                .anyMatch(event -> event.contains("share-stored"))
                .anyMatch(event -> event.contains("\"ev\":\"resumed\""));
        assertThat(names(saved))
                .anyMatch(name -> name.endsWith("-working.jpg"))
                .anyMatch(name -> name.endsWith("-preview.jpg"));
    }

    @Test
    void whatTheRelayRefusesIsSaidInOneLine() {
        assertThat(run("--token=forged", "--connect=tls://127.0.0.1:" + relay.port(), "--insecure"))
                .isEqualTo(JoinCommand.REFUSED);
        assertThat(errors.toString()).containsOnlyOnce("\n").contains("UNAUTHENTICATED");
    }

    @Test
    void aRelayThatIsNotThereIsNamed() {
        int port = relay.port();
        relay.close();
        assertThat(run("--token=x", "--connect=tls://127.0.0.1:" + port, "--insecure", "--connect-within=1"))
                .isEqualTo(JoinCommand.NOT_CONNECTED);
        assertThat(errors.toString()).containsOnlyOnce("\n").contains("127.0.0.1:" + port, "refused");
    }

    @Test
    void aForeignCertificateIsNotTrusted() {
        assertThat(run(
                        "--token=x",
                        "--connect=tls://127.0.0.1:" + relay.port(),
                        "--trust=" + "0".repeat(64),
                        "--connect-within=1"))
                .isEqualTo(JoinCommand.NOT_CONNECTED);
    }

    @Test
    void itJoinsByWebSocketAsWell() {
        String token = relay.token("expert", Role.EXPERT);
        String connect = "--connect=wss://127.0.0.1:" + relay.httpPort();
        assertThat(run(connect, "--trust=" + relay.fingerprint(), "--token=" + token, "--seconds=0"))
                .isZero();
        assertThat(run(connect + "/elsewhere", "--insecure", "--token=" + token, "--connect-within=1"))
                .isEqualTo(JoinCommand.NOT_CONNECTED);
        assertThat(errors.toString()).containsOnlyOnce("\n").contains("404");
    }

    @Test
    void unencryptedItJoinsThisMachineOnly() {
        assertThat(run("--token=x", "--connect=ws://192.0.2.1:8080")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString()).containsOnlyOnce("\n").contains("ws:// is for this machine only");
    }

    @Test
    void wrongOptionsAreSaidInOneLine() {
        assertThat(run("--token=x", "--connect=localhost")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString()).containsOnlyOnce("\n").contains("'localhost' is not tls://HOST:PORT");
    }

    private int join(Role role, String... options) {
        List<String> all = new ArrayList<>(Arrays.asList(options));
        all.add("--connect=tls://127.0.0.1:" + relay.port());
        all.add("--trust=" + relay.fingerprint());
        all.add("--token=" + relay.token(role.word(), role));
        return run(all.toArray(String[]::new));
    }

    private int run(String... options) {
        return CommandSetup.apply(new CommandLine(new JoinCommand()))
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(errors, true))
                .execute(options);
    }

    private List<String> events(String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name));
        assertThat(lines).allMatch(line -> line.startsWith("{\"t\":") && line.endsWith("}"));
        return lines;
    }

    private static List<String> names(Path saved) throws IOException {
        try (Stream<Path> files = Files.list(saved)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path photo() throws IOException {
        Path file = folder.resolve("photo.jpg");
        try (InputStream in = JoinIT.class.getResourceAsStream("/photos/retina.jpg")) {
            Files.write(
                    file,
                    DesktopRenditions.of(in.readAllBytes(), 500)
                            .working()
                            .orElseThrow()
                            .bytes());
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
        return file;
    }
}
