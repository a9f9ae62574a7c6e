package io.pinhole.loadtest.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.client.desktop.DesktopRenditions;
import io.pinhole.loadtest.TestRelay;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.json.BadJsonException;
import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.json.WidgetJson;
import io.pinhole.relay.cli.CommandSetup;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Participants without a screen draw on one photo at a real relay. */
@Timeout(60)
class DrawingIT {

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
    void twoDrawWhileThePhotoArrivesAndAllHaveTheSame() throws Exception {
        String zero = String.valueOf(System.nanoTime() + 1_500_000_000L);
        CompletableFuture<Integer> expert = join(
                Role.EXPERT,
                zero,
                "2 open last full",
                "2.2 rectangle 100 100 3000 2000",
                "2.3 text 500 500 look here",
                "2.5 update last fill=80ffff00",
                "3 drop",
                "3.1 stamp 4000 4000 warning",
                "5 undo",
                "5.5 redo",
                "5.6 save no/file",
                "6 pointer 10 10");
        CompletableFuture<Integer> observer = join(Role.OBSERVER, zero, "6 follow last", "6.5 pointer 5 5");
        CompletableFuture<Integer> operator = join(
                Role.FIELD_OPERATOR,
                zero,
                "0 draft redact=0,0,20000,20000 " + photo() + " Retina",
                "0.1 redaction 0 0 20000 20000",
                "0.1 arrow 9000 9000 -3000 1000",
                "0.2 publish",
                "2.1 ink " + hand(),
                "3.5 marker 7000 7000 1",
                "3.6 redaction 30000 30000 5000 5000",
                "4 clear all",
                "5 drop",
                "5.1 ellipse 8000 8000 2000 1000");
        assertThat(operator.join() + expert.join() + observer.join()).isZero();
        assertThat(errors.toString()).isEmpty();
        String drawn = Files.readString(widgets(Role.FIELD_OPERATOR));
        assertThat(drawn).contains("arrow", "freehand", "rectangle", "look here", "stamp", "marker", "ellipse");
        assertThat(drawn).containsOnlyOnce("redaction");
        assertThat(Files.readString(widgets(Role.EXPERT))).isEqualTo(drawn);
        assertThat(Files.readString(widgets(Role.OBSERVER))).isEqualTo(drawn);
        assertThat(kinds(drawn))
                .containsExactlyInAnyOrder(
                        WidgetKind.ARROW,
                        WidgetKind.FREEHAND,
                        WidgetKind.RECTANGLE,
                        WidgetKind.TEXT,
                        WidgetKind.STAMP,
                        WidgetKind.MARKER,
                        WidgetKind.ELLIPSE,
                        WidgetKind.REDACTION);
        assertThat(lastShown(Role.EXPERT)).isNotEmpty().isEqualTo(lastShown(Role.OBSERVER));
        assertThat(Files.readAllLines(events(Role.FIELD_OPERATOR)))
                .anyMatch(event -> event.contains("operation-refused") && event.contains("ROLE_NOT_ALLOWED"))
                .anyMatch(event -> event.contains("operation-refused") && event.contains("BAD_REQUEST"));
        assertThat(Files.readAllLines(events(Role.EXPERT)))
                .anyMatch(event -> event.contains("\"ev\":\"stroke\""))
                .anyMatch(event -> event.contains("\"action\":\"save\"") && event.contains("CAPTURE_NAME"));
    }

    /** Of the only photo of such a file. */
    private static List<WidgetKind> kinds(String drawn) throws BadJsonException {
        String photo = drawn.substring("{\"photos\":[".length(), drawn.lastIndexOf(']'));
        return WidgetJson.read(photo).widgets().inDrawingOrder().stream()
                .map(Widget::kind)
                .toList();
    }

    private CompletableFuture<Integer> join(Role role, String zero, String... script) throws IOException {
        Path file = folder.resolve(role.word() + ".script");
        Files.write(file, List.of(script));
        String[] options = {
            "--connect=tls://127.0.0.1:" + relay.port(),
            "--trust=" + relay.fingerprint(),
            "--token=" + relay.token(role.word(), role),
            "--start-at=" + zero,
            "--seconds=8",
            "--script=" + file,
            "--widgets=" + widgets(role),
            "--events=" + events(role)
        };
        return CompletableFuture.supplyAsync(() -> CommandSetup.apply(new CommandLine(new JoinCommand()))
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(errors, true))
                .execute(options));
    }

    /** What its last event of widgets says of them. */
    private String lastShown(Role role) throws IOException {
        return Files.readAllLines(events(role)).stream()
                .filter(event -> event.contains("\"ev\":\"widgets\""))
                .reduce("", (before, event) -> event.replaceFirst("\\{\"t\":\\d+", ""));
    }

    private Path widgets(Role role) {
        return folder.resolve(role.word() + ".json");
    }

    private Path events(Role role) {
        return folder.resolve(role.word() + ".jsonl");
    }

    private Path hand() throws IOException {
        String points = IntStream.range(0, 60)
                .mapToObj(i -> (2000 + 200 * i) + " " + (3000 + 4 * i * i) + " " + 8 * i)
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("hand.txt"), points);
    }

    private Path photo() throws IOException {
        try (InputStream in = DrawingIT.class.getResourceAsStream("/photos/retina.jpg")) {
            byte[] jpeg = DesktopRenditions.of(in.readAllBytes(), 500)
                    .working()
                    .orElseThrow()
                    .bytes();
            return Files.write(folder.resolve("photo.jpg"), jpeg);
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
    }
}
