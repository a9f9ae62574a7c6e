package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said again, and what is asked again, when answers come late or not at all. */
class ResendingTest {

    private static final int PHOTO = TestOffice.PHOTO;
    private static final Fields LYING =
            Fields.builder().geometry(new Geometry(100, 100, 500, 300)).build();

    private final PhotoId photo = PhotoId.random();
    private final TestOffice office = new TestOffice();
    private final TestDrawer anna = new TestDrawer("anna", 1, photo, new MemoryOutbox());

    @BeforeEach
    void joinAnEmptyPhoto() throws WireException {
        office.people.put(1, anna.person);
        anna.join(PHOTO);
        anna.heard();
        anna.annotations.on(office.snapshot());
    }

    @Test
    void answersOverTheNextConnectionLeaveNoHoleInABatch() {
        for (int count : new int[] {1, 3}) {
            for (int i = 0; i < count; i++) {
                anna.drawing.create(WidgetKind.LINE, LYING);
            }
            office.take(operations(anna.heard()).get(0), 1);
        }
        anna.lose();
        anna.join(PHOTO);
        OperationResults second = office.take(sent(2, 1), 1);
        anna.annotations.on(second);

        List<Operations> again = operations(anna.heard());

        assertThat(again).extracting(Operations::firstSeq).containsExactly(1L, 3L);
        assertThat(again.get(0).operations()).hasSize(1);
        assertThat(again.get(1).operations()).hasSize(2);
        again.forEach(batch -> anna.annotations.on(office.take(batch, 1)));
        assertThat(office.state.size()).isEqualTo(4);
        assertThat(anna.heard()).isEmpty();
    }

    @Test
    void anAnswerThatIsOlderThanTheSnapshotDoesNotForgetIt() throws WireException {
        anna.drawing.create(WidgetKind.LINE, LYING);
        Operations before = operations(anna.heard()).get(0);
        office.lose(0);
        OperationResults refused = office.take(before, 1);
        anna.annotations.on(office.snapshot());
        anna.annotations.on(refused);

        List<ClientFrame> said = anna.heard();

        assertThat(anna.drawing.snapshot().known()).isTrue();
        assertThat(operations(said)).extracting(Operations::epoch).containsExactly(2L);
        assertThat(said).noneMatch(Have.class::isInstance);
    }

    @Test
    void ofAnEndedEpochOneAsksOnce() {
        anna.drawing.create(WidgetKind.LINE, LYING);
        Operations first = operations(anna.heard()).get(0);
        anna.drawing.create(WidgetKind.LINE, LYING);
        Operations second = operations(anna.heard()).get(0);
        office.lose(0);
        anna.annotations.on(office.take(first, 1));
        assertThat(anna.heard()).containsExactly(new Have(List.of(new HavePhoto(photo, 0, 0, List.of()))));
        anna.annotations.on(office.take(second, 1));
        assertThat(anna.heard()).isEmpty();
    }

    @Test
    void whatTheRelayCouldNotReadIsAskedForAgain() {
        anna.annotations.on(Refusal.of(Code.STORE_UNAVAILABLE, "the widgets could not be read")
                .retryAfter(1000));
        assertThat(anna.heard()).isEmpty();
        anna.pass(1000);
        assertThat(anna.heard()).containsExactly(new Have(List.of(new HavePhoto(photo, 1, 0, List.of()))));
    }

    @Test
    void anotherRefusalIsNoReasonToAsk() {
        anna.annotations.on(Refusal.of(Code.RIGHT_MISSING, "no"));
        anna.pass(10_000);
        assertThat(anna.heard()).isEmpty();
    }

    @Test
    void afterAReconnectionNobodyAsksForWhatTheOldConnectionMissed() throws WireException {
        anna.annotations.on(Refusal.of(Code.STORE_UNAVAILABLE, "").retryAfter(1000));
        anna.settle();
        TestDrawer ben = new TestDrawer("ben", 2, photo, new MemoryOutbox());
        anna.lose();
        ben.join(PHOTO);
        anna.pass(1000);
        assertThat(anna.heard()).isEmpty();
    }

    private Operations sent(long firstSeq, int count) {
        long writer = office.log.get(0).getWriter();
        return new Operations(
                PHOTO,
                1,
                writer,
                firstSeq,
                office.log.subList((int) firstSeq - 1, (int) firstSeq - 1 + count).stream()
                        .map(delta -> delta.getOperation())
                        .toList());
    }

    private static List<Operations> operations(List<ClientFrame> said) {
        return said.stream()
                .filter(Operations.class::isInstance)
                .map(Operations.class::cast)
                .toList();
    }
}
