package io.pinhole.relay.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of a call's operations, and what becomes of them when the store is slow or fails. */
final class AnnotationsTest {

    private static final long WRITER = 77;

    private final Room room = new Room();
    private final Replica ada = room.enter("ada");
    private final Replica bob = room.enter("bob");

    AnnotationsTest() {
        ada.follow(Room.FIRST);
        bob.follow(Room.FIRST);
        room.turn();
        ada.frames.clear();
        bob.frames.clear();
    }

    @Test
    void nobodyIsToldBeforeItIsDurableAndThenAllInOneTurn() {
        room.store.manual();
        ada.submit(Room.FIRST, WRITER, 1, arrow(1));
        decide();
        assertThat(ada.frames).isEmpty();
        assertThat(bob.frames).isEmpty();

        room.settle();

        assertThat(revisions(ada)).containsExactly(1L);
        assertThat(ada.frames).hasOnlyElementsOfType(Deltas.class).hasSize(1);
        assertThat(bob.frames).hasOnlyElementsOfType(Deltas.class).hasSize(1);
        assertThat(bob.known(Room.FIRST).state().size()).isOne();
        assertThat(room.edits).containsExactly(1L);
    }

    @Test
    void whatComesDuringACommitIsDecidedOnTopOfItAndGoesInOneNext() {
        room.store.manual();
        ada.submit(Room.FIRST, WRITER, 1, arrow(1));
        decide();
        ada.submit(Room.FIRST, WRITER, 2, move(1, 5));
        bob.submit(Room.FIRST, 88, 1, arrow(1), arrow(2));
        ada.submit(Room.SECOND, WRITER, 3, arrow(9));
        room.settle();

        assertThat(revisions(ada)).containsExactly(1L, 2L, 1L);
        assertThat(codes(bob)).containsExactly(Code.WIDGET_EXISTS, null);
        assertThat(room.store.appends()).isLessThanOrEqualTo(3);
        assertThat(ada.known(Room.FIRST)).isEqualTo(bob.known(Room.FIRST));
        assertThat(bob.known(Room.FIRST).revision()).isEqualTo(3);
    }

    @Test
    void aFailedCommitTakesAllThatWasDecidedOnItAlongAndAllMayComeAgain() {
        ada.submit(Room.FIRST, WRITER, 1, arrow(1));
        room.settle();
        ada.results();
        room.store.manual();
        room.store.failing(true);
        ada.submit(Room.FIRST, WRITER, 2, arrow(2));
        bob.submit(Room.FIRST, 88, 1, move(2, 5));
        ada.submit(Room.SECOND, WRITER, 3, arrow(9));
        room.states.clear();
        room.settle();
        assertThat(codes(ada)).containsOnly(Code.STORE_UNAVAILABLE).hasSize(2);
        assertThat(codes(bob)).containsExactly(Code.STORE_UNAVAILABLE);
        assertThat(bob.known(Room.FIRST).revision()).isOne();

        room.store.failing(false);
        ada.submit(Room.FIRST, WRITER, 2, arrow(2));
        ada.submit(Room.SECOND, WRITER, 3, arrow(9));
        bob.submit(Room.FIRST, 88, 1, arrow(3));
        room.settle();

        assertThat(revisions(ada)).containsExactly(2L, 1L);
        assertThat(revisions(bob)).containsExactly(3L);
        assertThat(ada.known(Room.FIRST)).isEqualTo(bob.known(Room.FIRST));
    }

    @Test
    void aRepetitionGetsTheAnswerThatItGotAndChangesNothing() {
        ada.submit(Room.FIRST, WRITER, 1, arrow(1), arrow(1));
        room.settle();
        List<OperationResult> first = ada.results();

        ada.submit(Room.FIRST, WRITER, 1, arrow(1), arrow(1), arrow(2));
        room.settle();

        List<OperationResult> again = ada.results();
        assertThat(again).hasSize(3).containsAll(first);
        assertThat(first).extracting(OperationResult::hasRefusal).containsExactly(false, true);
        assertThat(bob.known(Room.FIRST).revision()).isEqualTo(2);
    }

    @Test
    void aRepetitionOfWhatIsNotDurableYetIsAnsweredWhenItIs() {
        room.store.manual();
        ada.submit(Room.FIRST, WRITER, 1, arrow(1));
        decide();
        ada.submit(Room.FIRST, WRITER, 1, arrow(1));
        room.turn();
        assertThat(ada.frames).isEmpty();
        room.settle();

        assertThat(revisions(ada)).containsExactly(1L, 1L);
    }

    @Test
    void theSameSeqWithAnotherContentIsAConflictAndTheResultIsKept() {
        ada.submit(Room.FIRST, WRITER, 1, arrow(1));
        ada.submit(Room.FIRST, WRITER, 1, arrow(2));
        ada.submit(Room.SECOND, WRITER, 1, arrow(1));
        ada.submit(Room.FIRST, WRITER, 1, arrow(1));
        room.settle();

        assertThat(codes(ada)).containsExactly(null, Code.OPERATION_CONFLICT, Code.OPERATION_CONFLICT, null);
    }

    @Test
    void behindAGapNothingIsLookedAt() {
        ada.submit(Room.FIRST, WRITER, 2, arrow(1), arrow(2));
        room.settle();

        OperationResult result = ada.results().get(0);
        assertThat(result.getSeq()).isEqualTo(2);
        assertThat(result.getRefusal().getCode()).isEqualTo(Code.OPERATION_GAP.number());
        assertThat(result.getRefusal().getMessage()).isEqualTo("seq 1 is expected");
        assertThat(room.store.appends()).isZero();
    }

    @Test
    void aWriterIsBoundToItsPersonAlsoBeyondARestart() {
        ada.submit(Room.FIRST, WRITER, 1, arrow(1));
        bob.submit(Room.FIRST, WRITER, 2, arrow(2));
        bob.submit(Room.FIRST, 0, 1, arrow(2));
        room.settle();
        assertThat(codes(bob)).containsExactly(Code.OPERATION_WRITER, Code.OPERATION_WRITER);

        room.restart(false);
        Replica again = room.enter("bob");
        again.submit(Room.FIRST, WRITER, 2, arrow(2));
        room.settle();
        assertThat(codes(again)).containsExactly(Code.OPERATION_WRITER);
    }

    @Test
    void anOldEpochIsRefusedAndItsSeqsStayFree() {
        room.restart(true);
        Replica again = room.enter("ada");
        Operations old = new Operations(1, 1, WRITER, 1, List.of(arrow(1).toMessage()));
        again.submit(Room.FIRST, old);
        room.settle();
        assertThat(codes(again)).containsExactly(Code.EPOCH_CHANGED);

        again.submit(Room.FIRST, WRITER, 1, arrow(1));
        room.settle();
        assertThat(revisions(again)).containsExactly(1L);
    }

    @Test
    void aFailedLoadIsSaidAndNeverTakenForAnEmptyPhoto() {
        draw(2);
        room.states.clear();
        room.store.failing(true);
        Replica late = room.enter("late");
        late.follow(Room.FIRST);
        ada.submit(Room.FIRST, WRITER, 3, arrow(1));
        room.settle();
        assertThat(late.frames).hasSize(1).hasOnlyElementsOfType(Reply.class);
        assertThat(codes(ada)).containsExactly(Code.STORE_UNAVAILABLE);

        room.store.failing(false);
        late.follow(Room.FIRST);
        ada.submit(Room.FIRST, WRITER, 3, arrow(1));
        room.settle();
        assertThat(late.known(Room.FIRST).state().size()).isEqualTo(2);
        assertThat(codes(ada)).containsExactly(Code.WIDGET_EXISTS);
    }

    @Test
    void othersWidgetsNeedTheRightToModerate() {
        draw(1);
        bob.submit(
                Room.FIRST, 88, 1, move(1, 4), new Operation.Clear(true), new Operation.Lock(new WidgetId(3, 1), true));
        Replica chief = room.enter("chief").moderator();
        chief.submit(Room.FIRST, 99, 1, move(1, 5), new Operation.Clear(true));
        room.settle();

        assertThat(codes(bob)).containsExactly(Code.WIDGET_NOT_YOURS, Code.ROLE_NOT_ALLOWED, Code.ROLE_NOT_ALLOWED);
        assertThat(codes(chief)).containsExactly(null, null);
        assertThat(ada.known(Room.FIRST).state().size()).isZero();
    }

    @Test
    void pointersAreShownToOtherFollowersAndNotStored() {
        Replica elsewhere = room.enter("elsewhere");
        room.annotations().show(ada, room.photo(Room.FIRST), new Pointer(1, 1, 5, 5));

        assertThat(bob.frames).containsExactly(new Pointer(1, 1, 5, 5));
        assertThat(ada.frames).isEmpty();
        assertThat(elsewhere.frames).isEmpty();
        assertThat(room.store.appends()).isZero();
    }

    private void draw(int arrows) {
        for (int i = 1; i <= arrows; i++) {
            ada.submit(Room.FIRST, WRITER, i, arrow(i));
        }
        room.settle();
        ada.results();
    }

    /** All is decided, nothing is durable. */
    private void decide() {
        room.turn();
    }

    private static List<Long> revisions(Replica replica) {
        return replica.results().stream().map(OperationResult::getRevision).toList();
    }

    private static List<Code> codes(Replica replica) {
        return replica.results().stream()
                .map(result -> Code.of(result.getRefusal().getCode()))
                .toList();
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
