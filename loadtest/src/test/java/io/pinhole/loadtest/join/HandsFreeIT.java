package io.pinhole.loadtest.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.loadtest.TestRelay;
import io.pinhole.protocol.frame.Role;
import io.pinhole.relay.cli.CommandSetup;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Participants with one key for each thing, and ears. */
@Timeout(60)
class HandsFreeIT {

    @TempDir
    private Path folder;

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
    void oneKeyShootsOneOpensAndTheRestIsHeard() throws IOException {
        Files.writeString(
                folder.resolve(Role.FIELD_OPERATOR.word() + ".script"),
                "1 key shoot\n2 key shoot\n3 key shoot\n3 follow last\n4 arrow 1 1 900 900\n4 pointer 5 5\n");
        Files.writeString(folder.resolve(Role.EXPERT.word() + ".script"), "3 key open\n5 key back\n");
        String zero = "--start-at=" + (System.nanoTime() + 1_000_000_000L);
        CompletableFuture<Integer> expert = join(Role.EXPERT, zero, "--follow");
        CompletableFuture<Integer> operator =
                join(Role.FIELD_OPERATOR, zero, "--shots=" + photo("one.jpg") + "," + photo("two.jpg"));
        assertThat(operator.join() + expert.join()).isZero();

        assertThat(events(Role.FIELD_OPERATOR))
                .filteredOn(event -> event.contains("\"ev\":\"published\""))
                .hasSize(2);
        assertThat(events(Role.FIELD_OPERATOR)).anyMatch(event -> event.contains("no shot is left"));
        String last = events(Role.FIELD_OPERATOR).stream()
                .filter(event -> event.contains("\"ev\":\"shared\""))
                .reduce("", (before, event) -> event.replaceFirst(".*\"photo\":\"(\\p{XDigit}+)\".*", "$1"));
        assertThat(events(Role.FIELD_OPERATOR))
                .anyMatch(event -> event.contains("\"ev\":\"view\"")
                        && event.contains(last)
                        && event.contains("\"fullScreen\":true"));
        for (String cue : List.of("new-shot", "pointer", "note")) {
            assertThat(events(Role.EXPERT))
                    .as(cue)
                    .anyMatch(event -> event.contains("\"ev\":\"sound\",\"cue\":\"" + cue + "\""));
        }
    }

    private CompletableFuture<Integer> join(Role role, String... more) {
        String[] options = {
            "--connect=tls://127.0.0.1:" + relay.port(),
            "--trust=" + relay.fingerprint(),
            "--token=" + relay.token(role.word(), role),
            "--seconds=7",
            "--script=" + folder.resolve(role.word() + ".script"),
            "--events=" + folder.resolve(role.word())
        };
        CommandLine command = CommandSetup.apply(new CommandLine(new JoinCommand()))
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(new StringWriter()));
        return CompletableFuture.supplyAsync(() ->
                command.execute(Stream.of(options, more).flatMap(Arrays::stream).toArray(String[]::new)));
    }

    private List<String> events(Role role) throws IOException {
        return Files.readAllLines(folder.resolve(role.word()));
    }

    private Path photo(String name) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", file.toFile());
        return file;
    }
}
