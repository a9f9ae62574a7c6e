package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.client.Replica.Taken;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.ZIndex;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplicaTest {

    private static final long EPOCH = 3;
    private static final long WRITER = 77;
    private static final PersonId SELF = new PersonId("self");

    private final WidgetId widget = WidgetId.random();
    private final Replica replica = new Replica();

    @BeforeEach
    void knowsAnEmptyPhoto() throws Exception {
        replica.on(new Snapshot(1, EPOCH, 0, List.of()));
    }

    @Test
    void theWorkOfOneWhoIsGoneIsThatPersonsEvenIfTheHandleIsSomebodyElsesNow() {
        Taken taken = take(create().setParticipant(0).setPerson("gone").build());

        assertThat(taken).isEqualTo(Taken.ALL);
        assertThat(author()).isEqualTo(new PersonId("gone"));
    }

    @Test
    void onesOwnWorkIsNamedByOnesOwnHandle() {
        assertThat(take(create().setParticipant(1).build())).isEqualTo(Taken.ALL);
        assertThat(author()).isEqualTo(SELF);
    }

    @Test
    void workOfNobodyOrOfAnImpossibleNameDoesNotFit() {
        assertThat(take(create().setParticipant(9).build())).isEqualTo(Taken.UNFIT);
        assertThat(take(create().setPerson("a b").build())).isEqualTo(Taken.UNFIT);
    }

    private Delta.Builder create() {
        Operation create = new Operation.Create(
                widget,
                WidgetKind.RECTANGLE,
                ZIndex.FIRST,
                Fields.builder().geometry(new Geometry(10, 10, 100, 100)).build());
        return Delta.newBuilder().setRevision(1).setTimeMillis(1000).setOperation(create.toMessage());
    }

    private Taken take(Delta delta) {
        return replica.on(
                new Deltas(1, EPOCH, 0, 1, List.of(delta)),
                WRITER,
                handle -> handle == 1 ? SELF : null,
                (own, change) -> {});
    }

    private PersonId author() {
        return replica.committed().widget(widget).orElseThrow().author();
    }
}
