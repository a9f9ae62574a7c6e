package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.proto.WidgetMessage;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.LargestPhoto;
import io.pinhole.protocol.widget.Limits;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.WidgetState;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing that people may do makes a frame longer than it may be. */
class LargestPhotoIT {

    private static final int FRAME_BYTES = 60_000;

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.with(Map.of(
            "annotation.operations-per-second", "100000",
            "annotation.bytes-per-second", "1000MiB",
            "connection.bytes-per-second", "1000MiB"));

    private final TestPhoto photo = TestPhoto.small();
    private final TestCall call = RELAY.call();
    private TestClient operator;
    private int handle;

    @BeforeEach
    void aPhoto() {
        operator = enter(LargestPhoto.PEOPLE.get(0).value(), Role.FIELD_OPERATOR, ClientKind.MOBILE);
        operator.done(n -> new SetMode(n, Mode.PHOTO));
        Sharing.stored(operator, photo);
        handle = 1;
    }

    @Test
    void aPhotoThatHoldsAllItMayIsSentWhole() throws RefusedException {
        List<TestClient> people = List.of(operator, expert(1), expert(2));
        long[] seqs = {1, 1, 1};
        List<LargestPhoto.Step> steps = LargestPhoto.steps();
        for (int from = 0; from < steps.size(); ) {
            int person = steps.get(from).person();
            int to = from;
            while (to < steps.size() && steps.get(to).person() == person) {
                to++;
            }
            List<Operation> operations = steps.subList(from, to).stream()
                    .map(LargestPhoto.Step::operation)
                    .toList();
            assertThat(draw(people.get(person), person + 1, seqs[person], operations))
                    .noneMatch(OperationResult::hasRefusal);
            seqs[person] += operations.size();
            from = to;
        }

        TestClient late = expert("late");
        follow(late);
        Snapshot snapshot = late.await(Snapshot.class);
        assertThat(snapshot.upTo()).isEqualTo(steps.size());
        List<WidgetMessage> expected = LargestPhoto.state().toSnapshot();
        assertThat(timeless(snapshot.widgets())).isEqualTo(timeless(expected));
    }

    @Test
    void aSuffixOfTheLargestOperationsBecomesASnapshot() throws RefusedException {
        TestClient expert = expert("expert");
        draw(expert, 9, 1, List.of(stroke(0)));
        List<Operation> large = new ArrayList<>();
        for (int i = 1; i <= 256; i++) {
            large.add(stroke(i));
            large.add(new Operation.Delete(List.of(new WidgetId(3, i))));
        }
        assertThat(draw(expert, 9, 2, large)).noneMatch(OperationResult::hasRefusal);

        operator.send(new Have(List.of(new HavePhoto(photo.id(), 1, 1, List.of()))));
        Snapshot snapshot = operator.await(Snapshot.class);
        assertThat(snapshot.upTo()).isEqualTo(513);
        assertThat(WidgetState.fromSnapshot(snapshot.widgets()).size()).isOne();
    }

    @Test
    void clearsOfAllWidgetsAreAnsweredOneAfterTheOther() throws RefusedException {
        TestClient expert = expert("expert");
        List<WidgetId> ids = IntStream.range(0, Limits.DEFAULT.widgets())
                .mapToObj(i -> new WidgetId(4, i))
                .toList();
        draw(expert, 8, 1, ids.stream().map(LargestPhotoIT::arrow).toList());
        follow(operator);
        operator.await(Snapshot.class);
        int times = 200;
        List<OperationResult> results = new ArrayList<>();
        for (int i = 1; i <= times; i++) {
            send(expert, 9, i, List.of(new Operation.Clear(true)));
            send(expert, 8, ids.size() + i, List.of(new Operation.Restore(ids)));
            results.addAll(results(expert, 2));
        }
        assertThat(results).noneMatch(OperationResult::hasRefusal);
        assertThat(results.stream().filter(result -> result.getRemovedCount() == ids.size()))
                .hasSize(times);

        send(expert, 9, 1, Collections.nCopies(times, new Operation.Clear(true)));
        List<OperationResult> again = expert.await(OperationResults.class).results();
        assertThat(again).hasSize(2).first().isEqualTo(results.get(0));
        assertThat(Code.of(again.get(1).getRefusal().getCode())).isEqualTo(Code.TOO_FAST);

        long last = ids.size() + 2L * times;
        assertThat(widgetsAt(operator, last)).isEqualTo(ids.size());
        assertThat(expert.isConnected() && operator.isConnected()).isTrue();
    }

    /** How many a follower has when it has come so far, by deltas or by a snapshot. */
    private int widgetsAt(TestClient follower, long revision) throws RefusedException {
        follower.sync();
        boolean isThere = follower.received(Deltas.class).stream().anyMatch(deltas -> deltas.upTo() == revision);
        if (!isThere) {
            return WidgetState.fromSnapshot(follower.await(Snapshot.class, s -> s.upTo() == revision)
                            .widgets())
                    .size();
        }
        TestClient late = expert("late");
        follow(late);
        return WidgetState.fromSnapshot(late.await(Snapshot.class).widgets()).size();
    }

    private TestClient expert(int person) {
        return expert(LargestPhoto.PEOPLE.get(person).value());
    }

    private TestClient expert(String person) {
        TestClient client = enter(person, Role.EXPERT, ClientKind.DESKTOP);
        client.await(PhotoEntry.class);
        return client;
    }

    private TestClient enter(String person, Role role, ClientKind kind) {
        TestClient client = TestClient.connect(RELAY.address());
        client.join(call.token(person, role, kind), Capability.ANNOTATE);
        return client;
    }

    private void follow(TestClient client) {
        client.send(new Have(List.of(new HavePhoto(photo.id(), 0, 0, List.of()))));
    }

    /** In frames as large as may be, each sent when the one before is answered: a link does not hold all of them. */
    private List<OperationResult> draw(TestClient client, long writer, long firstSeq, List<Operation> operations) {
        List<OperationResult> results = new ArrayList<>();
        List<Operation> batch = new ArrayList<>();
        long seq = firstSeq;
        int bytes = 0;
        for (Operation operation : operations) {
            int size = operation.toMessage().getSerializedSize() + 4;
            if (!batch.isEmpty() && (bytes + size > FRAME_BYTES || batch.size() == 1_000)) {
                send(client, writer, seq, batch);
                results.addAll(results(client, batch.size()));
                seq += batch.size();
                batch.clear();
                bytes = 0;
            }
            batch.add(operation);
            bytes += size;
        }
        send(client, writer, seq, batch);
        results.addAll(results(client, batch.size()));
        return results;
    }

    private void send(TestClient client, long writer, long firstSeq, List<Operation> operations) {
        List<OperationMessage> messages =
                operations.stream().map(Operation::toMessage).toList();
        client.send(new Operations(handle, 1, writer, firstSeq, messages));
    }

    private static List<OperationResult> results(TestClient client, int count) {
        List<OperationResult> results = new ArrayList<>();
        while (results.size() < count) {
            results.addAll(client.await(OperationResults.class).results());
        }
        return results;
    }

    /** What does not depend on when it was done. */
    private static List<WidgetMessage> timeless(List<WidgetMessage> widgets) {
        return widgets.stream()
                .map(widget -> widget.toBuilder()
                        .clearCreatedMillis()
                        .clearUpdatedMillis()
                        .clearRevision()
                        .clearAges()
                        .build())
                .toList();
    }

    private static Operation stroke(int id) {
        int[] grid = new SplittableRandom(id).ints(20_000, -65_535, 131_070).toArray();
        return new Operation.Create(
                new WidgetId(3, id),
                WidgetKind.FREEHAND,
                "V",
                Fields.builder().ink(Ink.of(0, grid)).build());
    }

    private static Operation arrow(WidgetId id) {
        return new Operation.Create(
                id,
                WidgetKind.ARROW,
                "V",
                Fields.builder().geometry(new Geometry(1, 2, 3, 4)).build());
    }
}
