package io.pinhole.relay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.proto.RefusalMessage;
import io.pinhole.protocol.proto.Reorder;
import io.pinhole.protocol.proto.WidgetMessage;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine promises of {@link OperationStore}. */
public abstract class OperationStoreContract extends StoreContract {

    private static final long WRITER = 0xfedc_ba98_7654_3210L;
    private static final PersonId ADA = new PersonId("ada");

    private final StoredPhoto first = photo(1, working(10));
    private final StoredPhoto second = photo(2, working(10));

    @BeforeEach
    void twoPhotos() throws Exception {
        opened();
        get(photos().add(CALL, first));
        get(photos().add(CALL, second));
    }

    @Test
    void whatWasAppendedIsLoadedInItsOrderAfterReopening() throws Exception {
        List<StoredOperation> log = List.of(accepted(first, 1, 1), accepted(first, 2, 2), accepted(first, 3, 3));
        append(log.get(0), log.get(1));
        append(log.get(2));

        reopen();

        assertThat(get(operations().load(CALL, first.id()))).isEqualTo(new StoredLog(StoredSnapshot.EMPTY, log));
        assertThat(get(operations().load(CALL, second.id())).revision()).isZero();
    }

    @Test
    void aPhotoThatIsNotKnownIsAFailureAndNoEmptyLog() {
        assertThatThrownBy(() -> get(operations().load(CALL, PhotoId.random())))
                .hasCauseInstanceOf(StoreException.class)
                .hasMessageContaining("there is no photo");
        assertThatThrownBy(() -> get(operations().after(CALL, PhotoId.random(), 0, 10)))
                .hasCauseInstanceOf(StoreException.class);
    }

    @Test
    void aRefusedOperationHasAResultAndNoPlaceInTheLog() throws Exception {
        StoredOperation refused = refused(first, 2);
        append(accepted(first, 1, 1), refused, accepted(first, 3, 2));

        assertThat(get(operations().load(CALL, first.id())).operations())
                .extracting(StoredOperation::seq)
                .containsExactly(1L, 3L);
        assertThat(get(operations().decided(CALL, WRITER, 2, 1))).containsExactly(refused);
    }

    @Test
    void aWritersSeqsRunOverAllPhotos() throws Exception {
        StoredOperation[] all = {
            accepted(first, 1, 1), accepted(second, 2, 1), refused(second, 3), accepted(first, 4, 2)
        };
        append(all);

        assertThat(get(operations().decided(CALL, WRITER, 1, 10))).containsExactly(all);
        assertThat(get(operations().decided(CALL, WRITER, 2, 2))).containsExactly(all[1], all[2]);
        assertThat(get(operations().decided(CALL, WRITER + 1, 1, 10))).isEmpty();
    }

    @Test
    void theHeadsSayWhereAllStands() throws Exception {
        append(accepted(first, 1, 1), accepted(first, 2, 2), refused(second, 3));
        StoredOperation bobs = by("bob", 7, accepted(first, 1, 3));
        append(bobs);

        StoredHeads heads = get(operations().heads(CALL));

        assertThat(heads.revisions()).containsOnlyKeys(first.id()).containsEntry(first.id(), 3L);
        assertThat(heads.writers())
                .hasSize(2)
                .containsEntry(WRITER, new StoredHeads.Writer(ADA, 3))
                .containsEntry(7L, new StoredHeads.Writer(new PersonId("bob"), 1));
        assertThat(get(operations().heads(new CallId("unknown"))).writers()).isEmpty();
    }

    @Test
    void aSuffixBeginsAfterTheRevisionAndIsNoLongerThanAskedFor() throws Exception {
        append(LongStream.rangeClosed(1, 5).mapToObj(i -> accepted(first, i, i)).toArray(StoredOperation[]::new));

        assertThat(revisions(2, 10)).containsExactly(3L, 4L, 5L);
        assertThat(revisions(2, 2)).containsExactly(3L, 4L);
        assertThat(revisions(5, 10)).isEmpty();
    }

    @Test
    void aSeqIsTakenOnceAndAFailedBatchLeavesNothing() throws Exception {
        append(accepted(first, 1, 1));

        assertThatThrownBy(() -> append(accepted(first, 2, 2), accepted(second, 1, 1)))
                .hasCauseInstanceOf(StoreException.class);

        assertThat(get(operations().load(CALL, first.id())).revision()).isOne();
        assertThat(get(operations().decided(CALL, WRITER, 1, 10))).hasSize(1);
    }

    @Test
    void aRevisionIsTakenOnce() throws Exception {
        append(accepted(first, 1, 1));

        assertThatThrownBy(() -> append(accepted(first, 2, 1))).hasCauseInstanceOf(StoreException.class);
    }

    @Test
    void aWriterIsOnePersons() throws Exception {
        append(accepted(first, 1, 1));

        assertThatThrownBy(() -> append(by("bob", WRITER, accepted(first, 2, 2))))
                .hasCauseInstanceOf(StoreException.class)
                .hasMessageContaining("is not bob");
    }

    @Test
    void loadingBeginsAtTheNewestSnapshot() throws Exception {
        append(LongStream.rangeClosed(1, 4).mapToObj(i -> accepted(first, i, i)).toArray(StoredOperation[]::new));
        StoredSnapshot snapshot = new StoredSnapshot(
                3, List.of(WidgetMessage.newBuilder().setAuthor("ada").build()));
        get(operations().saveSnapshot(CALL, first.id(), snapshot));
        get(operations().saveSnapshot(CALL, first.id(), new StoredSnapshot(2, List.of())));

        reopen();
        StoredLog log = get(operations().load(CALL, first.id()));

        assertThat(log.snapshot()).isEqualTo(snapshot);
        assertThat(log.operations()).containsExactly(accepted(first, 4, 4));
        assertThat(revisions(0, 10)).hasSize(4);
    }

    @Test
    void anEditMovesThePhotosDateAndARefusedOneDoesNot() throws Exception {
        append(refused(second, 1));
        append(accepted(first, 2, 1));

        List<StoredPhoto> photos = opened().photos();

        assertThat(photos.get(0).updated()).isEqualTo(NOW.plusSeconds(2));
        assertThat(photos.get(1)).isEqualTo(second);
    }

    @Test
    void anEndedCallTakesNoMore() throws Exception {
        append(accepted(first, 1, 1));
        get(calls().end(CALL, NOW));

        assertThatThrownBy(() -> append(accepted(first, 2, 2))).hasMessageContaining("not running");
        get(calls().open(CALL, Mode.VIDEO, NOW));
        assertThat(get(operations().heads(CALL)).writers()).isEmpty();
    }

    private List<Long> revisions(long after, int limit) throws Exception {
        return get(operations().after(CALL, first.id(), after, limit)).stream()
                .map(StoredOperation::revision)
                .toList();
    }

    private void append(StoredOperation... batch) throws Exception {
        get(operations().append(CALL, List.of(batch)));
    }

    private static StoredOperation accepted(StoredPhoto photo, long seq, long revision) {
        return operation(
                photo,
                OperationResult.newBuilder().setSeq(seq).setRevision(revision).build());
    }

    private static StoredOperation refused(StoredPhoto photo, long seq) {
        RefusalMessage refusal =
                RefusalMessage.newBuilder().setCode(84).setMessage("no").build();
        return operation(
                photo,
                OperationResult.newBuilder().setSeq(seq).setRefusal(refusal).build());
    }

    private static StoredOperation operation(StoredPhoto photo, OperationResult result) {
        OperationMessage change = OperationMessage.newBuilder()
                .setReorder(Reorder.newBuilder()
                        .setWidget(ByteString.copyFrom(new WidgetId(1, result.getSeq()).bytes()))
                        .setZ("V"))
                .build();
        return new StoredOperation(photo.id(), 3, WRITER, ADA, NOW.plusSeconds(2), change, result);
    }

    private static StoredOperation by(String person, long writer, StoredOperation o) {
        return new StoredOperation(
                o.photo(), o.epoch(), writer, new PersonId(person), o.time(), o.change(), o.result());
    }
}
