package io.pinhole.loadtest.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.client.ClientConfig;
import io.pinhole.client.Transport;
import io.pinhole.client.desktop.DesktopRenditions;
import io.pinhole.loadtest.TestRelay;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Participants without a screen draw on one photo at a real relay. */
@Timeout(60)
class DrawingIT {

    @TempDir
    private Path folder;

    private final List<Puppet> puppets = new ArrayList<>();
    private TestRelay relay;

    @BeforeEach
    void start() throws IOException {
        relay = new TestRelay(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        puppets.forEach(Puppet::close);
        relay.close();
    }

    @Test
    void twoDrawWhileThePhotoArrivesAndAllHaveTheSame() throws IOException {
        Puppet operator = join(Role.FIELD_OPERATOR);
        Puppet expert = join(Role.EXPERT);
        Puppet observer = join(Role.OBSERVER);
        operator.does("draft redact=0,0,20000,20000 " + photo() + " Retina", "redaction 0 0 20000 20000")
                .sees("operation-refused", "BAD_REQUEST")
                .does("arrow 9000 9000 -3000 1000", "publish");
        observer.sees("photo").does("follow last", "pointer 5 5");
        expert.sees("photo")
                .does("open last full", "rectangle 100 100 3000 2000", "text 500 500 look here")
                .does("update last fill=80ffff00")
                .sees("operation-stored", "update");
        operator.does("ink " + hand());
        expert.sees("stroke")
                .does("drop", "stamp 4000 4000 warning")
                .sees("operation-stored", "stamp")
                .does("undo")
                .sees("operation-stored", "delete")
                .does("redo")
                .sees("operation-stored", "restore")
                .does("pointer 10 10", "save no/file")
                .sees("failed", "\"action\":\"save\"", "CAPTURE_NAME")
                .does("save Retina")
                .sees("capture", "Retina", "\"epoch\":1", "\"state\":\"ready\"");
        operator.does("marker 7000 7000 1", "redaction 30000 30000 5000 5000", "clear all")
                .sees("operation-refused", "ROLE_NOT_ALLOWED")
                .does("drop", "ellipse 8000 8000 2000 1000")
                .sees("operation-stored", "ellipse")
                .does("line 0 0 100 100");
        List.of(operator, expert, observer).forEach(person -> person.sees("deltas", "\"upTo\":12"));
        String drawn = operator.leave();
        assertThat(drawn).contains("arrow", "freehand", "rectangle", "look here", "stamp", "marker", "ellipse", "line");
        assertThat(drawn).containsOnlyOnce("redaction");
        assertThat(expert.leave()).isEqualTo(drawn);
        assertThat(observer.leave()).isEqualTo(drawn);
    }

    private Puppet join(Role role) throws IOException {
        ClientConfig config = relay.reach(Transport.tcp())
                .token(relay.token(role.word(), role))
                .build();
        Puppet puppet = new Puppet(folder, role.word(), config);
        puppets.add(puppet);
        return puppet;
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
