package io.pinhole.relay.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.relay.fixture.TestClient;
import java.util.Arrays;
import java.util.List;

/** The widgets on the first photo of a stage: some are ada's, some are bob's, who follows. */
final class Sheet {

    static final WidgetId OWN = new WidgetId(1, 1);
    static final WidgetId OWN_INK = new WidgetId(1, 2);
    static final WidgetId OWN_DELETED = new WidgetId(1, 3);
    static final WidgetId OWN_LOCKED = new WidgetId(1, 4);
    static final WidgetId NEW = new WidgetId(1, 5);
    static final WidgetId OTHER = new WidgetId(2, 1);
    static final WidgetId OTHER_INK = new WidgetId(2, 2);
    static final WidgetId OTHER_DELETED = new WidgetId(2, 3);
    static final WidgetId OTHER_LOCKED = new WidgetId(2, 4);
    static final Ink INK = Ink.of(4, 0, 0, 10, 10);

    private static final long EPOCH = 1;
    private static final long FIRST_WRITER = 1;
    private static final long BOBS_WRITER = 2;
    private static final long WRITER = 3;

    private final Stage stage;
    private long revision;

    Sheet(Stage stage) {
        this.stage = stage;
    }

    /** Shares the photo, and draws on it. */
    void begin() {
        stage.album().shareFirst();
        draw(
                stage.ada(),
                FIRST_WRITER,
                arrow(OWN),
                stroke(OWN_INK),
                arrow(OWN_DELETED),
                new Operation.Delete(List.of(OWN_DELETED)),
                arrow(OWN_LOCKED));
        draw(
                stage.bob(),
                BOBS_WRITER,
                arrow(OTHER),
                stroke(OTHER_INK),
                arrow(OTHER_DELETED),
                new Operation.Delete(List.of(OTHER_DELETED)),
                arrow(OTHER_LOCKED),
                new Operation.Lock(OTHER_LOCKED, true),
                new Operation.Lock(OWN_LOCKED, true));
        have(stage.bob(), 0, 0);
        stage.bob().await(Snapshot.class);
    }

    /** Where it stood when ada came in; 0 if nothing was drawn. */
    long revision() {
        return revision;
    }

    private void draw(TestClient client, long writer, Operation... operations) {
        List<OperationResult> results = send(client, writer, operations);
        assertThat(results).hasSize(operations.length).noneMatch(OperationResult::hasRefusal);
        revision += operations.length;
    }

    private List<OperationResult> send(TestClient client, long writer, Operation... operations) {
        client.send(new Operations(
                stage.album().handle(),
                EPOCH,
                writer,
                1,
                Arrays.stream(operations).map(Operation::toMessage).toList()));
        return client.await(OperationResults.class, results -> results.writer() == writer)
                .results();
    }

    /** As ada. */
    Outcome draws(Operation operation) {
        OperationResult result = send(stage.ada(), WRITER, operation).get(0);
        return result.hasRefusal() ? Outcome.of(Code.of(result.getRefusal().getCode())) : Outcome.DONE;
    }

    void bobSees(Operation operation) {
        Deltas deltas = stage.bob().await(Deltas.class, d -> d.upTo() == revision + 1);
        assertThat(deltas.deltas()).hasSize(1).allSatisfy(delta -> {
            assertThat(delta.getPerson()).isEqualTo("ada");
            assertThat(delta.getOperation()).isEqualTo(operation.toMessage());
        });
    }

    /** As ada. */
    Outcome follows() {
        Outcome outcome = stage.tells(() -> have(stage.ada(), 0, 0));
        if (outcome == Outcome.DONE) {
            assertThat(stage.ada().await(Snapshot.class).upTo()).isEqualTo(revision);
        }
        return outcome;
    }

    /** The relay confirms to bob that there is nothing new. */
    void isAtItsRevision() {
        if (revision > 0) {
            have(stage.bob(), EPOCH, revision);
            assertThat(stage.bob().await(Deltas.class))
                    .isEqualTo(new Deltas(stage.album().handle(), EPOCH, revision, revision, List.of()));
        }
    }

    private void have(TestClient client, long epoch, long known) {
        client.send(new Have(List.of(new HavePhoto(stage.album().first().id(), epoch, known, List.of()))));
    }

    static Operation arrow(WidgetId id) {
        return new Operation.Create(
                id,
                WidgetKind.ARROW,
                "V",
                Fields.builder().geometry(new Geometry(1, 2, 3, 4)).build());
    }

    static Operation stroke(WidgetId id) {
        return new Operation.Create(
                id, WidgetKind.FREEHAND, "V", Fields.builder().ink(INK).build());
    }

    static Operation recolour(WidgetId id) {
        return new Operation.Update(id, Fields.builder().stroke(0xff00ff00).build());
    }
}
