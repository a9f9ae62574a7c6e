package io.pinhole.relay.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.WidgetState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of annotation is counted, as what. */
final class AnnotationMeterTest {

    private static final long WRITER = 77;

    private final Room room = new Room();
    private final CountingMeter meter = room.meter;
    private final Replica ada = room.enter("ada");
    private final Replica bob = room.enter("bob");

    AnnotationMeterTest() {
        bob.follow(Room.FIRST);
        room.settle();
        meter.taken();
    }

    @Test
    void operationsByTheirResultsAndABatchWhenItIsDurable() {
        room.store.manual();
        ada.submit(Room.FIRST, WRITER, 1, arrow(1), arrow(1), move(1));
        room.turn();
        assertThat(meter.taken()).isEqualTo(Map.of("arrived", 1));

        room.settle();
        assertThat(meter.taken()).isEqualTo(Map.of("durable", 1, "applied", 2, "refused WIDGET_EXISTS", 1));
    }

    @Test
    void whatIsAskedAgainAsRepeatedWhateverItsResultWas() {
        ada.submit(Room.FIRST, WRITER, 1, arrow(1), arrow(1));
        room.settle();
        meter.taken();

        ada.submit(Room.FIRST, WRITER, 1, arrow(1), arrow(1));
        room.settle();
        assertThat(meter.taken()).isEqualTo(Map.of("arrived", 1, "repeated", 2));
        ada.submit(Room.FIRST, WRITER, 1, arrow(2));
        room.settle();
        assertThat(meter.taken()).isEqualTo(Map.of("arrived", 1, "refused OPERATION_CONFLICT", 1));
    }

    @Test
    void aBatchThatIsNotLookedAtByAllThatIsInIt() {
        ada.submit(Room.FIRST, WRITER, 2, arrow(1), arrow(2), arrow(3));
        room.settle();
        assertThat(meter.taken()).isEqualTo(Map.of("arrived", 1, "refused OPERATION_GAP", 3));
    }

    @Test
    void whatCouldNotBeStoredAsRefusedAndNeverDurable() {
        room.store.failing(true);
        ada.submit(Room.FIRST, WRITER, 1, arrow(1), arrow(2));
        room.settle();
        assertThat(meter.taken()).isEqualTo(Map.of("arrived", 1, "refused STORE_UNAVAILABLE", 2));
    }

    @Test
    void aNewEpochForEachWhoNamesTheOldOne() {
        ada.submit(Room.FIRST, WRITER, 1, arrow(1));
        room.settle();
        long before = room.epoch();
        room.restart(true);
        meter.taken();

        Replica back = room.enter("ada");
        back.submit(
                Room.FIRST, new Operations((int) Room.FIRST.low(), before, WRITER, 2, List.of(move(1).toMessage())));
        room.annotations().follow(back, room.photo(Room.FIRST), before, 1);
        room.annotations().follow(back, room.photo(Room.SECOND), 0, 0);
        room.settle();

        assertThat(meter.taken()).containsEntry("epoch", 2).containsEntry("refused EPOCH_CHANGED", 1);
    }

    @Test
    void snapshotsByWhetherSomebodyOpenedOrALinkWasTooSlow() {
        ada.submit(Room.FIRST, WRITER, 1, arrow(1));
        room.settle();
        meter.taken();
        Replica late = room.enter("late");
        late.follow(Room.FIRST);
        room.settle();
        assertThat(meter.taken()).isEqualTo(Map.of("snapshot OPENED", 1, "hit", 1));

        late.slow(true);
        ada.submit(Room.FIRST, WRITER, 2, move(1));
        room.settle();
        assertThat(meter.taken()).containsEntry("snapshot LAPSED", 1).doesNotContainKey("snapshot OPENED");
    }

    @Test
    void lookupsByWhetherTheWidgetsWereAtHand() {
        ada.submit(Room.FIRST, WRITER, 1, arrow(1));
        room.settle();
        meter.taken();
        ada.submit(Room.FIRST, WRITER, 2, move(1));
        room.settle();
        assertThat(meter.taken()).containsEntry("hit", 1).doesNotContainKey("miss");

        room.states.clear();
        ada.submit(Room.FIRST, WRITER, 3, move(1));
        room.settle();
        assertThat(meter.taken()).containsEntry("miss", 1).doesNotContainKeys("hit", "evicted");
    }

    @Test
    void whatHasToGiveWay() {
        StateCache small = new StateCache(room.store, 1, meter);
        small.put(new CallId("c"), Room.FIRST, new Committed(1, WidgetState.EMPTY));
        await().until(() -> meter.taken().containsKey("evicted"));
    }

    private static Operation arrow(int id) {
        return new Operation.Create(
                new WidgetId(3, id),
                WidgetKind.ARROW,
                "V",
                Fields.builder().geometry(new Geometry(1, 2, 3, 4)).build());
    }

    private static Operation move(int id) {
        return new Operation.Update(
                new WidgetId(3, id),
                Fields.builder().geometry(new Geometry(9, 2, 3, 4)).build());
    }
}
