package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Offered;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Publish;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Drawing on a photo, as other participants see it. */
class AnnotationIT {

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    private TestCall call;
    private TestClient operator;
    private TestClient expert;
    private TestPhoto photo;
    private PhotoEntry listed;
    private int handle;

    @BeforeEach
    void peopleAndAPhoto() {
        call = RELAY.call();
        operator = enter("operator", Role.FIELD_OPERATOR, ClientKind.MOBILE);
        expert = enter("expert", Role.EXPERT, ClientKind.DESKTOP);
        operator.done(n -> new SetMode(n, Mode.PHOTO));
        photo = TestPhoto.small();
        Sharing.stored(operator, photo);
        listed = expert.await(PhotoEntry.class, e -> e.photo().equals(photo.id()));
        handle = listed.handle();
    }

    @Test
    void whatOneDrawsTheOtherSees() {
        follow(operator);
        follow(expert);
        draw(operator, 1, 1, arrow(1), move(1, 5));

        assertThat(results(operator)).extracting(OperationResult::getRevision).containsExactly(1L, 2L);
        Deltas seen = expert.await(Deltas.class, d -> d.upTo() == 2);
        assertThat(seen.deltas()).hasSize(2).allMatch(d -> d.getPerson().equals("operator") && d.getWriter() == 0);
        assertThat(seen.deltas().get(0).getParticipant()).isEqualTo(operator.handle());
        Deltas own = operator.await(Deltas.class, d -> d.upTo() == 2);
        assertThat(own.deltas()).extracting(d -> d.getSeq()).containsExactly(1L, 2L);
        assertThat(own.deltas())
                .allMatch(d -> d.getWriter() == 1 && d.getPerson().isEmpty());
    }

    @Test
    void anEditMovesTheDateInTheListOfThoseWhoDoNotFollow() {
        draw(operator, 1, 1, arrow(1));

        PhotoEntry entry = expert.await(PhotoEntry.class, e -> e.photo().equals(photo.id()) && e.revision() == 1);
        assertThat(entry.updatedMillis()).isGreaterThanOrEqualTo(listed.updatedMillis());
        assertThat(expert.received(Deltas.class)).isEmpty();
    }

    @Test
    void whoJoinsLateGetsASnapshotAndThenWhatIsNew() {
        draw(operator, 1, 1, arrow(1), arrow(2));
        results(operator);
        TestClient late = enter("late", Role.EXPERT, ClientKind.DESKTOP);
        follow(late, 0, 0);
        Snapshot snapshot = late.await(Snapshot.class);
        draw(operator, 1, 3, arrow(3));

        assertThat(snapshot.upTo()).isEqualTo(2);
        assertThat(snapshot.widgets()).hasSize(2).allMatch(w -> w.getAuthor().equals("operator"));
        assertThat(late.await(Deltas.class, d -> d.upTo() == 3).after()).isEqualTo(2);
    }

    @Test
    void whoComesBackGetsTheMissingSuffix() {
        follow(expert);
        draw(operator, 1, 1, arrow(1), arrow(2));
        expert.await(Deltas.class, d -> d.upTo() == 2);
        expert.drop();
        draw(operator, 1, 3, arrow(3), arrow(4));
        results(operator);
        results(operator);

        TestClient back = TestClient.connect(RELAY.address());
        back.resume(expert.welcome());
        follow(back, 1, 2);

        Deltas suffix = back.await(Deltas.class);
        assertThat(suffix.after()).isEqualTo(2);
        assertThat(suffix.deltas()).extracting(d -> d.getRevision()).containsExactly(3L, 4L);
    }

    @Test
    void aRepetitionGetsItsFirstAnswer() {
        draw(operator, 1, 1, arrow(1));
        List<OperationResult> first = results(operator);
        draw(operator, 1, 1, arrow(1));
        assertThat(results(operator)).isEqualTo(first);
        draw(operator, 1, 1, arrow(2));
        assertThat(code(operator)).isEqualTo(Code.OPERATION_CONFLICT);
        draw(operator, 1, 3, arrow(3));
        assertThat(code(operator)).isEqualTo(Code.OPERATION_GAP);
        draw(expert, 1, 2, arrow(3));
        assertThat(code(expert)).isEqualTo(Code.OPERATION_WRITER);
    }

    @Test
    void anObserverMayLookAndNotDraw() {
        TestClient observer = enter("observer", Role.OBSERVER, ClientKind.WEB);
        follow(observer);
        draw(observer, 9, 1, arrow(1));
        assertThat(code(observer)).isEqualTo(Code.RIGHT_MISSING);
        observer.send(new Pointer(handle, 0, 1, 1));
        assertThat(observer.refusedWithoutNumber()).isEqualTo(Code.RIGHT_MISSING);
        draw(operator, 1, 1, arrow(1));
        assertThat(observer.await(Deltas.class, d -> d.upTo() == 1).deltas()).hasSize(1);
    }

    @Test
    void othersWidgetsAreForModerators() {
        draw(expert, 2, 1, arrow(1));
        results(expert);
        draw(operator, 1, 1, move(1, 4), new Operation.Delete(List.of(new WidgetId(1, 1))), new Operation.Clear(true));
        assertThat(results(operator))
                .extracting(result -> Code.of(result.getRefusal().getCode()))
                .containsExactly(Code.WIDGET_NOT_YOURS, Code.WIDGET_NOT_YOURS, Code.ROLE_NOT_ALLOWED);
        draw(operator, 1, 4, arrow(2));
        results(operator);
        draw(expert, 2, 2, move(2, 4), new Operation.Clear(true));
        assertThat(results(expert)).noneMatch(OperationResult::hasRefusal);
    }

    @Test
    void aPointerIsShownToFollowersAndNotStored() {
        follow(expert, 0, 0);
        expert.sync();
        operator.send(new Pointer(handle, 0, 100, 200));
        assertThat(expert.await(Pointer.class)).isEqualTo(new Pointer(handle, operator.handle(), 100, 200));
        follow(operator, 0, 0);
        assertThat(operator.await(Snapshot.class).upTo()).isZero();
    }

    @Test
    void aFloodIsRefusedAndNothingOfItIsKept() {
        draw(operator, 1, 1, Collections.nCopies(500, move(1, 1)).toArray(Operation[]::new));
        assertThat(code(operator)).isEqualTo(Code.TOO_FAST);
        draw(operator, 1, 1, arrow(1));
        assertThat(results(operator)).noneMatch(OperationResult::hasRefusal);
    }

    @Test
    void firstWidgetsAreThereWithThePhoto() {
        TestPhoto second = TestPhoto.small();
        int request = operator.request(second::offer);
        int its = operator.await(Offered.class, o -> o.request() == request).handle();
        operator.send(operations(its, 1, 1, arrow(1)));
        assertThat(results(operator)).noneMatch(OperationResult::hasRefusal);
        expert.send(operations(its, 2, 1, arrow(2)));
        assertThat(code(expert)).isEqualTo(Code.PHOTO_UNKNOWN);
        expert.send(have(second, 0, 0));
        assertThat(expert.refusedWithoutNumber()).isEqualTo(Code.PHOTO_UNKNOWN);

        operator.done(n -> new Publish(n, second.id()));

        PhotoEntry entry = expert.await(PhotoEntry.class, e -> e.photo().equals(second.id()));
        assertThat(entry.revision()).isOne();
        expert.send(have(second, 0, 0));
        assertThat(expert.await(Snapshot.class, s -> s.photo() == its).widgets())
                .hasSize(1);
    }

    @Test
    void aRestartKeepsEverything() {
        try (TestRelay relay = TestRelay.standard().start()) {
            call = relay.call();
            operator = enter("operator", Role.FIELD_OPERATOR, ClientKind.MOBILE);
            operator.done(n -> new SetMode(n, Mode.PHOTO));
            Sharing.stored(operator, photo);
            handle = 1;
            draw(operator, 1, 1, arrow(1), move(9, 1));
            List<OperationResult> first = results(operator);

            relay.restart();
            TestClient back = TestClient.connect(relay.address());
            back.resume(operator.welcome());
            PhotoEntry entry = back.await(PhotoEntry.class);
            assertThat(entry.revision()).isOne();
            follow(back, 0, 0);
            assertThat(back.await(Snapshot.class).widgets()).hasSize(1);
            draw(back, 1, 1, arrow(1), move(9, 1));
            assertThat(results(back)).isEqualTo(first);
            draw(back, 1, 3, arrow(2));
            assertThat(results(back)).extracting(OperationResult::getRevision).containsExactly(2L);
        }
    }

    private TestClient enter(String person, Role role, ClientKind kind) {
        TestClient client = TestClient.connect(call.relay().address());
        assertThat(client.join(call.token(person, role, kind), Capability.ANNOTATE)
                        .capabilities())
                .containsExactly(Capability.ANNOTATE);
        return client;
    }

    /** From nothing; returns when that was answered, so that what is drawn from now on comes as deltas. */
    private void follow(TestClient client) {
        follow(client, 0, 0);
        client.await(Snapshot.class);
    }

    private void follow(TestClient client, long epoch, long revision) {
        client.send(have(photo, epoch, revision));
    }

    private static Have have(TestPhoto photo, long epoch, long revision) {
        return new Have(List.of(new HavePhoto(photo.id(), epoch, revision, List.of())));
    }

    private void draw(TestClient client, long writer, long firstSeq, Operation... operations) {
        client.send(operations(handle, writer, firstSeq, operations));
    }

    private static Operations operations(int photo, long writer, long firstSeq, Operation... operations) {
        List<OperationMessage> messages =
                Arrays.stream(operations).map(Operation::toMessage).toList();
        return new Operations(photo, 1, writer, firstSeq, messages);
    }

    private static List<OperationResult> results(TestClient client) {
        return client.await(OperationResults.class).results();
    }

    private static Code code(TestClient client) {
        return Code.of(results(client).get(0).getRefusal().getCode());
    }

    private static Operation arrow(int id) {
        return new Operation.Create(
                new WidgetId(1, id),
                WidgetKind.ARROW,
                "V",
                Fields.builder().geometry(new Geometry(1, 2, 3, 4)).build());
    }

    private static Operation move(int id, int x) {
        return new Operation.Update(
                new WidgetId(1, id),
                Fields.builder().geometry(new Geometry(x, 2, 3, 4)).build());
    }
}
