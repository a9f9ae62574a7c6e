package io.pinhole.relay.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import org.junit.jupiter.api.Test;

/** How a connection comes to where a photo's log stands. */
final class FollowingsTest {

    private static final long WRITER = 77;

    private final Room room = new Room();
    private final Replica ada = room.enter("ada");
    private final Replica bob = room.enter("bob");

    FollowingsTest() {
        ada.follow(Room.FIRST);
        bob.follow(Room.FIRST);
        room.turn();
        ada.frames.clear();
        bob.frames.clear();
    }

    @Test
    void whoComesBackGetsTheExactSuffix() {
        draw(3);
        room.leave(bob);
        ada.submit(Room.FIRST, WRITER, 4, move(1, 8), arrow(4));
        room.settle();

        Replica back = room.enter("bob").with(bob);
        back.follow(Room.FIRST);
        room.settle();

        Deltas suffix = (Deltas) back.frames.get(0);
        assertThat(suffix.after()).isEqualTo(3);
        assertThat(suffix.upTo()).isEqualTo(5);
        assertThat(back.known(Room.FIRST)).isEqualTo(ada.known(Room.FIRST));
    }

    @Test
    void whatBecomesDurableWhileASuffixIsReadFollowsIt() {
        draw(3);
        room.leave(bob);
        ada.submit(Room.FIRST, WRITER, 4, arrow(4));
        room.settle();
        room.store.manual();
        Replica back = room.enter("bob").with(bob);
        ada.submit(Room.FIRST, WRITER, 5, arrow(5));
        back.follow(Room.FIRST);
        ada.submit(Room.FIRST, WRITER, 6, arrow(6));
        room.settle();

        assertThat(back.known(Room.FIRST)).isEqualTo(ada.known(Room.FIRST));
        assertThat(back.frames).doesNotHaveAnyElementsOfTypes(Snapshot.class);
    }

    @Test
    void whoIsNewOrOfAnotherEpochGetsASnapshot() {
        draw(3);
        Replica late = room.enter("late");
        late.follow(Room.FIRST);
        room.settle();
        assertThat(late.frames.get(0)).isInstanceOf(Snapshot.class);
        assertThat(late.known(Room.FIRST)).isEqualTo(ada.known(Room.FIRST));

        room.restart(true);
        Replica back = room.enter("ada").with(ada);
        back.follow(Room.FIRST);
        room.settle();
        assertThat(back.frames.get(0)).isInstanceOf(Snapshot.class);
        assertThat(back.known(Room.FIRST).state())
                .isEqualTo(ada.known(Room.FIRST).state());
        assertThat(back.known(Room.FIRST).epoch()).isEqualTo(2);
    }

    @Test
    void aSuffixLongerThanTheSnapshotIsNotSent() {
        draw(3);
        room.leave(bob);
        for (int i = 0; i < 400; i++) {
            ada.submit(Room.FIRST, WRITER, 4 + i, move(1, i));
        }
        room.settle();
        Replica back = room.enter("bob").with(bob);
        back.follow(Room.FIRST);
        room.settle();

        assertThat(back.frames.get(0)).isInstanceOf(Snapshot.class);
        assertThat(back.known(Room.FIRST)).isEqualTo(ada.known(Room.FIRST));
    }

    @Test
    void loadingDoesNotBeginWithTheFirstOperation() {
        draw(1);
        for (int i = 0; i < Publisher.SNAPSHOT_EVERY + 10; i++) {
            ada.submit(Room.FIRST, WRITER, 2 + i, move(1, i));
        }
        room.settle();
        room.states.clear();
        room.restart(false);
        Replica late = room.enter("late");
        late.follow(Room.FIRST);
        room.settle();

        assertThat(late.known(Room.FIRST)).isEqualTo(ada.known(Room.FIRST));
        assertThat(room.store.loads()).isPositive();
    }

    private void draw(int arrows) {
        for (int i = 1; i <= arrows; i++) {
            ada.submit(Room.FIRST, WRITER, i, arrow(i));
        }
        room.settle();
        ada.results();
    }

    private static Operation arrow(int id) {
        return new Operation.Create(
                new WidgetId(3, id),
                WidgetKind.ARROW,
                "V",
                Fields.builder().geometry(new Geometry(1, 2, 3, 4)).build());
    }

    private static Operation move(int id, int x) {
        return new Operation.Update(
                new WidgetId(3, id),
                Fields.builder().geometry(new Geometry(x, 2, 3, 4)).build());
    }
}
