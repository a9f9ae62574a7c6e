package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.proto.RefusalMessage;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Limits;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A relay that does not answer for a part of a batch, and wants it again later. */
class HeldBackTest {

    private final TestOffice office = new TestOffice();
    private final TestDrawer anna = new TestDrawer("anna", 1, PhotoId.random(), new MemoryOutbox());

    HeldBackTest() throws WireException {
        office.people.put(1, anna.person);
        anna.join(TestOffice.PHOTO);
        anna.annotations.on(office.snapshot());
        anna.heard();
    }

    @Test
    void aBatchThatIsTooFastIsSentAgainWhole() {
        draw(5);
        Operations batch = only();
        anna.annotations.on(new OperationResults(batch.photo(), batch.writer(), List.of(tooFast(1))));
        assertThat(anna.heard()).isEmpty();
        anna.pass(1000);
        assertThat(only()).isEqualTo(batch);
    }

    @Test
    void whatFollowsTheResultsThatFitIsSentAgain() {
        draw(5);
        Operations batch = only();
        OperationResults all = office.take(batch, 1);
        List<OperationResult> some = new ArrayList<>(all.results().subList(0, 2));
        some.add(tooFast(3));
        anna.annotations.on(new OperationResults(all.photo(), all.writer(), some));
        anna.pass(1000);
        Operations rest = only();
        assertThat(rest.firstSeq()).isEqualTo(3);
        assertThat(rest.operations()).isEqualTo(batch.operations().subList(2, 5));

        anna.annotations.on(office.take(rest, 1));
        anna.annotations.on(office.since(0));
        assertThat(anna.drawing.snapshot().pending()).isZero();
        assertThat(anna.drawing.snapshot().widgets().size()).isEqualTo(5);
    }

    @Test
    void nothingIsSentAgainBeforeTheOtherBatchesAreAnswered() {
        draw(Outgoing.MAX_BATCH + 2);
        List<ClientFrame> batches = anna.heard();
        assertThat(batches).hasSize(2);
        Operations first = (Operations) batches.get(0);
        anna.annotations.on(new OperationResults(first.photo(), first.writer(), List.of(tooFast(1))));
        anna.pass(1000);
        assertThat(anna.heard()).isEmpty();
        anna.annotations.on(office.take((Operations) batches.get(1), 1)); // a gap
        anna.pass(1000);
        assertThat(((Operations) anna.heard().get(0)).firstSeq()).isOne();
    }

    /** Else a relay whose results are large would take a slow line for one that is dead. */
    @Test
    void noMoreBatchesAreOnTheirWayThanTheRelayKeepsResultsFor() {
        for (int i = 0; i < 5; i++) {
            draw(1);
            anna.settle();
        }
        List<ClientFrame> batches = anna.heard();
        assertThat(batches).hasSize(Outgoing.MAX_FLIGHTS);
        anna.annotations.on(office.take((Operations) batches.get(0), 1));
        assertThat(only().operations()).hasSize(2);
    }

    @Test
    void asManyWidgetsAsAPhotoMayHaveComeBackInOneOperation() {
        List<WidgetId> all = IntStream.range(0, Limits.DEFAULT.widgets())
                .mapToObj(i -> WidgetId.random())
                .toList();
        assertThat(Outgoing.isTooLong(new Operation.Restore(all))).isFalse();
    }

    private void draw(int widgets) {
        for (int i = 0; i < widgets; i++) {
            anna.drawing.create(
                    WidgetKind.LINE,
                    Fields.builder().geometry(new Geometry(i, i, 9, 9)).build());
        }
    }

    private Operations only() {
        List<ClientFrame> heard = anna.heard();
        assertThat(heard).hasSize(1);
        return (Operations) heard.get(0);
    }

    private static OperationResult tooFast(long seq) {
        return OperationResult.newBuilder()
                .setSeq(seq)
                .setRefusal(RefusalMessage.newBuilder()
                        .setCode(Code.TOO_FAST.number())
                        .setRetryAfterMillis(1000))
                .build();
    }
}
