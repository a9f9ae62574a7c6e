package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.StrokeInk;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.StrokeMessage;
import io.pinhole.protocol.proto.WidgetKindValue;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.relay.fixture.RawClient;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.fixture.TestRelay;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Strokes that grow, at those who follow from the beginning, later, or on another connection. */
class StrokesIT {

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    private final TestPhoto photo = TestPhoto.small();
    private final TestCall call = RELAY.call();
    private TestClient operator;

    @BeforeEach
    void aPhoto() {
        operator = enter("operator", Role.FIELD_OPERATOR, ClientKind.MOBILE);
        operator.done(n -> new SetMode(n, Mode.PHOTO));
        Sharing.stored(operator, photo);
    }

    @Test
    void whoFollowsLaterSeesTheStrokeFromThenOn() {
        TestClient early = follower("early");
        operator.send(piece(7, 0, 1, 1, 2, 2));
        assertThat(early.await(Stroke.class)).isEqualTo(seen(7, 1, 1, 2, 2));
        TestClient late = follower("late");
        operator.send(piece(7, 0, 3, 3));
        operator.send(piece(8, 0, 9, 9));
        operator.send(piece(7, 0, 4, 3));
        for (TestClient each : List.of(early, late)) {
            assertThat(each.await(Stroke.class)).isEqualTo(seen(7, 3, 3));
            assertThat(each.await(Stroke.class)).isEqualTo(seen(8, 9, 9));
            assertThat(each.await(Stroke.class)).isEqualTo(seen(7, 4, 3));
        }
    }

    @Test
    void aStrokeGoesOnOverANewConnection() {
        TestClient expert = follower("expert");
        operator.send(piece(7, 0, 1, 1));
        expert.await(Stroke.class);
        operator.drop();
        TestClient back = TestClient.connect(RELAY.address());
        back.resume(operator.welcome());
        back.send(piece(7, 0, 2, 1));
        assertThat(expert.await(Stroke.class)).isEqualTo(seen(7, 2, 1));
    }

    @Test
    void aPieceIsBytesAfterTheFirst() {
        RawClient expert = rawFollower();
        operator.send(piece(7, 0, 1, 1));
        assertThat(expert.await(Frame.class, StrokesIT::isOfStroke))
                .isEqualTo(seen(7, 1, 1).under(1));
        operator.send(piece(7, 0, 2, 0));
        assertThat(expert.await(Frame.class, StrokesIT::isOfStroke)).isEqualTo(new StrokeInk(1, List.of(1, -1)));
        expert.close();
    }

    @Test
    void handlesAreEachConnectionsOwn() {
        TestClient watcher = follower("watcher");
        RawClient expert = rawFollower();
        expert.send(piece(7, 20, 1, 1));
        assertThat(watcher.await(Stroke.class).widget()).isEqualTo(new WidgetId(7, 7));
        operator.send(piece(8, 0, 5, 5));
        assertThat(((Stroke) expert.await(Frame.class, StrokesIT::isOfStroke)).handle())
                .isOne();
        expert.send(new StrokeInk(20, List.of(1, 1)));
        assertThat(watcher.await(Stroke.class, stroke -> stroke.widget().equals(new WidgetId(7, 7)))
                        .ink())
                .isEqualTo(Ink.of(4, 2, 2).toMessage());
        expert.close();
    }

    @Test
    void aHandleThatWasNeverBoundEndsTheConnection() {
        RawClient expert = rawFollower();
        expert.send(new StrokeInk(1, List.of(1, 1)));
        assertThat(expert.awaitClose()).isEqualTo(Code.MALFORMED);
    }

    @Test
    void aWriterThatWasNeverNamedEndsTheConnection() {
        RawClient expert = rawFollower();
        expert.send(new Operations(1, 1, 0, 1, List.of()));
        assertThat(expert.awaitClose()).isEqualTo(Code.MALFORMED);
    }

    @Test
    void aKindThatIsNotKnownEndsItsSendersConnectionAndNobodyElses() {
        TestClient watcher = follower("watcher");
        RawClient expert = rawFollower();
        byte[] body = StrokeMessage.newBuilder()
                .setPhoto(1)
                .setWidget(ByteString.copyFrom(new WidgetId(7, 7).bytes()))
                .setKindValue(99)
                .setInk(Ink.of(4, 1, 1).toMessage())
                .build()
                .toByteArray();
        expert.send(body.length + 1, FrameType.STROKE.code());
        expert.send(body);
        assertThat(expert.awaitClose()).isEqualTo(Code.MALFORMED);
        operator.send(piece(8, 0, 5, 5));
        watcher.await(Stroke.class);
    }

    private static boolean isOfStroke(Frame frame) {
        return frame instanceof Stroke || frame instanceof StrokeInk;
    }

    private TestClient enter(String person, Role role, ClientKind kind) {
        TestClient client = TestClient.connect(RELAY.address());
        client.join(call.token(person, role, kind), Capability.ANNOTATE);
        return client;
    }

    private TestClient follower(String person) {
        TestClient client = enter(person, Role.EXPERT, ClientKind.DESKTOP);
        client.await(PhotoEntry.class);
        client.send(have());
        client.await(Snapshot.class);
        return client;
    }

    private RawClient rawFollower() {
        RawClient client = RawClient.join(
                RELAY.address(), call.token("raw", Role.EXPERT, ClientKind.DESKTOP), Capability.ANNOTATE);
        client.send(have());
        client.await(Snapshot.class, any -> true);
        return client;
    }

    private Have have() {
        return new Have(List.of(new HavePhoto(photo.id(), 0, 0, List.of())));
    }

    private Stroke seen(int widget, int... grid) {
        return new Stroke(
                1,
                operator.handle(),
                new WidgetId(7, widget),
                WidgetKindValue.WIDGET_FREEHAND,
                0xff00ff00,
                40,
                Ink.of(4, grid).toMessage());
    }

    private static Stroke piece(int widget, int handle, int... grid) {
        return new Stroke(
                1,
                0,
                new WidgetId(7, widget),
                WidgetKindValue.WIDGET_FREEHAND,
                0xff00ff00,
                40,
                Ink.of(4, grid).toMessage(),
                handle);
    }
}
