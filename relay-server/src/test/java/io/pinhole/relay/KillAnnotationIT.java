package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.relay.auth.Grant;
import io.pinhole.relay.fixture.RelayProcess;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An acknowledged operation survives the death of the relay's process, and the log begins a new epoch. */
class KillAnnotationIT {

    private static final Grant OPERATOR = new Grant(
            new CallId("c"), new PersonId("operator"), "Ada", Role.FIELD_OPERATOR, ClientKind.MOBILE, Optional.empty());

    @TempDir
    Path folder;

    @Test
    void acknowledgedOperationsAreKeptUnderANewEpoch() throws Exception {
        TestPhoto photo = TestPhoto.small();
        Welcome welcome;
        List<OperationResult> first;
        try (RelayProcess relay = RelayProcess.start(folder, 0)) {
            TestClient operator = TestClient.connect(relay.address());
            welcome = operator.join(relay.token(OPERATOR), Capability.ANNOTATE);
            operator.done(n -> new SetMode(n, Mode.PHOTO));
            Sharing.stored(operator, photo);
            first = draw(operator, 1);
            relay.kill();
        }

        try (RelayProcess relay = RelayProcess.start(folder, 0)) {
            TestClient operator = TestClient.connect(relay.address());
            operator.resume(welcome);
            PhotoEntry entry = operator.await(PhotoEntry.class);
            assertThat(entry.epoch()).isEqualTo(2);
            assertThat(entry.revision()).isOne();

            operator.send(new Have(List.of(new HavePhoto(photo.id(), 1, 1, List.of()))));
            Snapshot snapshot = operator.await(Snapshot.class);
            assertThat(snapshot.epoch()).isEqualTo(2);
            assertThat(snapshot.widgets()).hasSize(1);

            assertThat(draw(operator, 1).get(0).getRefusal().getCode()).isEqualTo(Code.EPOCH_CHANGED.number());
            assertThat(draw(operator, 2)).isEqualTo(first);
        }
    }

    private static List<OperationResult> draw(TestClient client, long epoch) {
        Operation arrow = new Operation.Create(
                new WidgetId(1, 1),
                WidgetKind.ARROW,
                "V",
                Fields.builder().geometry(new Geometry(1, 2, 3, 4)).build());
        client.send(new Operations(1, epoch, 7, 1, List.of(arrow.toMessage())));
        return client.await(OperationResults.class).results();
    }
}
