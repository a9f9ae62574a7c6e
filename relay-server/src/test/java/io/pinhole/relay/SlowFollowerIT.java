package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Ping;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.WidgetMessage;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.WidgetState;
import io.pinhole.relay.fixture.Bystanders;
import io.pinhole.relay.fixture.RawClient;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A follower that does not read while others draw costs a bounded backlog, and gets a snapshot for what it missed. */
class SlowFollowerIT {

    private static final long WRITER = 9;

    /** Of one batch: strokes that are drawn and deleted, of points that nothing makes smaller. */
    private static final int STROKES = 16;

    private static final int POINTS = 700;

    /** What is spoken is dropped when it is older than 400 ms: on a machine that stood still there is nothing to see. */
    private static final long FRESH_NANOS = Duration.ofMillis(200).toNanos();

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.with(Map.of(
            "annotation.operations-per-second", "100000",
            "annotation.bytes-per-second", "1000MiB",
            "connection.bytes-per-second", "1000MiB",
            "connection.voice-frames-per-second", "1000"));

    private final SplittableRandom random = new SplittableRandom(1);
    private final TestPhoto photo = TestPhoto.small();
    private final TestCall call = RELAY.call();
    private final List<Frame> heard = new ArrayList<>();
    private Bystanders bystanders;
    private TestClient operator;
    private RawClient follower;
    private long seq;

    @BeforeEach
    void aPhotoAndAFollower() {
        bystanders = Bystanders.in(call);
        operator = TestClient.connect(RELAY.address());
        operator.join(call.token("operator", Role.FIELD_OPERATOR, ClientKind.MOBILE), Capability.ANNOTATE);
        Sharing.stored(operator, photo);
        follower = RawClient.joinNarrow(
                RELAY.address(), call.token("follower", Role.EXPERT, ClientKind.DESKTOP), Capability.ANNOTATE);
        follower.send(have());
        follower.await(Snapshot.class, snapshot -> !snapshot.more());
    }

    @Test
    void whoDoesNotReadGetsASnapshotForWhatDidNotFit() throws RefusedException {
        double before = lapses();
        while (lapses() == before) {
            scribble();
        }
        long lapsed = seq;
        for (int i = 0; i < 20; i++) {
            scribble();
        }
        draw(List.of(stroke(1), stroke(2)));
        operator.done(n -> new SetMode(n, Mode.VIDEO));
        bystanders.noticeNothing();

        long spokenAt = readUntilTheSnapshotBegins();
        boolean isFresh = System.nanoTime() - spokenAt < FRESH_NANOS;
        WidgetState state = readToTheEnd();

        assertThat(position(ModeChanged.class)).isLessThan(position(Snapshot.class));
        if (isFresh) {
            assertThat(position(Voice.class)).isBetween(0, position(Snapshot.class));
        }
        assertThat(deltas()).allMatch(deltas -> deltas.after() >= snapshot().upTo() || deltas.upTo() <= lapsed);
        assertThat(snapshot().upTo()).isGreaterThan(lapsed);
        assertThat(state).isEqualTo(asOthersHaveIt());
        bystanders.noticeNothing();
        follower.close();
    }

    /** Says something before it reads on, again and again; tells when it spoke last. */
    private long readUntilTheSnapshotBegins() {
        long spokenAt;
        int tick = 1;
        do {
            bystanders.listener().speak(tick++, (byte) 1);
            spokenAt = System.nanoTime();
            bystanders.listener().sync();
            heard.add(follower.await(Frame.class, any -> true));
        } while (!(heard.get(heard.size() - 1) instanceof Snapshot));
        return spokenAt;
    }

    /** Parts and deltas, up to the newest revision. */
    private WidgetState readToTheEnd() throws RefusedException {
        List<WidgetMessage> widgets = new ArrayList<>(snapshot().widgets());
        boolean more = snapshot().more();
        while (more) {
            Snapshot part = follower.await(Snapshot.class, any -> true);
            widgets.addAll(part.widgets());
            more = part.more();
        }
        assertThat(snapshot().upTo()).as("nobody has drawn since").isEqualTo(seq);
        return WidgetState.fromSnapshot(widgets);
    }

    private WidgetState asOthersHaveIt() throws RefusedException {
        operator.send(have());
        return WidgetState.fromSnapshot(operator.await(Snapshot.class).widgets());
    }

    /** Of the first frame of this kind that was heard; -1 if none was. */
    private int position(Class<? extends Frame> type) {
        for (int i = 0; i < heard.size(); i++) {
            if (type.isInstance(heard.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private Snapshot snapshot() {
        return (Snapshot) heard.get(position(Snapshot.class));
    }

    private List<Deltas> deltas() {
        return heard.stream()
                .filter(Deltas.class::isInstance)
                .map(Deltas.class::cast)
                .toList();
    }

    private double lapses() {
        return RELAY.metric("pinhole_deltas_lapsed_total");
    }

    /** Draws much and deletes it again; the follower shows that it is alive. */
    private void scribble() {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < STROKES; i++) {
            Operation.Create stroke = stroke(random.nextLong());
            operations.add(stroke);
            operations.add(new Operation.Delete(List.of(stroke.widget())));
        }
        draw(operations);
        follower.send(new Ping(1));
    }

    private void draw(List<Operation> operations) {
        List<OperationMessage> messages =
                operations.stream().map(Operation::toMessage).toList();
        operator.send(new Operations(1, 1, WRITER, seq + 1, messages));
        assertThat(operator.await(OperationResults.class).results()).noneMatch(result -> result.hasRefusal());
        seq += operations.size();
    }

    private Operation.Create stroke(long id) {
        int[] grid = random.ints(2 * POINTS, -65_535, 131_070).toArray();
        return new Operation.Create(
                new WidgetId(3, id),
                WidgetKind.FREEHAND,
                "V",
                Fields.builder().ink(Ink.of(0, grid)).build());
    }

    private Have have() {
        return new Have(List.of(new HavePhoto(photo.id(), 0, 0, List.of())));
    }
}
