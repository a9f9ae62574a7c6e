package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.Offered;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Publish;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.Stored;
import io.pinhole.protocol.frame.StoredUpTo;
import io.pinhole.protocol.frame.Upload;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.widget.WidgetKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A photo that another life of the application goes on with. */
class RestoredPhotoTest {

    private static final int SIZE = 60_000;
    private static final String BYTES = IntStream.range(0, SIZE)
            .mapToObj(i -> String.valueOf((char) ('a' + i % 26)))
            .reduce("", String::concat);

    private final MemoryOutbox outbox = new MemoryOutbox();
    private final PreparedPhoto photo = PreparedPhoto.of(
            "Pump", PreparedRendition.of(Rendition.WORKING, BYTES.getBytes(StandardCharsets.US_ASCII), 16, 12));
    private final PhotoId id = photo.id();

    @AutoClose
    private final FakeSession first = new FakeSession(outbox);

    private final List<FakeSession> later = new ArrayList<>();
    private FakeRelay relay;

    @BeforeEach
    void join() {
        relay = first.join();
    }

    @AutoClose
    private final AutoCloseable laterLives = () -> later.forEach(FakeSession::close);

    @Test
    void itGoesOnAtTheByteReached() {
        first.share(photo);
        relay.heardWithoutTaking();
        int reached = relay.photoBytes().length();
        assertThat(reached).isBetween(1, SIZE - 1);

        FakeSession again = anotherLife();
        Share share = again.restored.get(0);
        FakeRelay next = again.join();
        assertThat(next.heard()).containsExactly(photo.offer(1));
        next.say(offered(reached, false));
        assertThat(next.heard()).containsExactly(new Upload(2, 1, id, Rendition.WORKING, reached), new Publish(3, id));
        assertThat(relay.photoBytes() + next.photoBytes()).isEqualTo(BYTES);
        assertThat(share.stored(Rendition.WORKING)).isEqualTo(reached);
        next.say(new Reply(3, Optional.empty()), new Stored(id, Rendition.WORKING, SIZE, true));
        assertThat(share.stored()).isCompleted();
        assertThat(outbox.contents().photos()).isEmpty();
        assertThat(anotherLife().restored).isEmpty();
    }

    @Test
    void oneThatTheRelayNeverHeardOfIsSentFromTheStart() {
        first.call.lost();
        first.share(photo);
        FakeSession again = anotherLife();
        FakeRelay next = again.join();
        next.heard();
        next.say(offered(0, false));
        assertThat(next.heard()).containsExactly(new Upload(2, 1, id, Rendition.WORKING, 0), new Publish(3, id));
        assertThat(next.photoBytes()).isEqualTo(BYTES);
    }

    @Test
    void oneThatIsThereAlreadyIsDone() {
        first.share(photo);
        relay.heard();
        FakeSession again = anotherLife();
        FakeRelay next = again.join();
        next.heard();
        next.say(new Offered(1, id, 4, List.of(new StoredUpTo(Rendition.WORKING, SIZE, true)), true));
        assertThat(next.heard()).isEmpty();
        assertThat(again.restored.get(0).stored()).isCompleted();
        assertThat(outbox.contents().photos()).isEmpty();
    }

    @Test
    void oneThatTheRelayRefusesIsGivenUp() {
        first.share(photo);
        relay.heard();
        FakeSession again = anotherLife();
        again.join().say(new Reply(1, Optional.of(Refusal.of(Code.PHOTO_OVER, "expired"))));
        assertThat(TestRoom.codeOf(again.restored.get(0).stored())).isEqualTo(Code.PHOTO_OVER);
        assertThat(outbox.contents().photos()).isEmpty();
    }

    @Test
    void aDraftIsStillNotPublished() {
        first.draft(photo);
        relay.heardWithoutTaking();
        FakeSession again = anotherLife();
        FakeRelay next = again.join();
        next.heard();
        next.say(offered(1000, false));
        assertThat(next.heard()).containsExactly(new Upload(2, 1, id, Rendition.WORKING, 1000));
        Share share = again.restored.get(0);
        next.say(new Stored(id, Rendition.WORKING, SIZE, true));
        assertThat(share.stored()).isNotDone();
        assertThat(outbox.contents().photos()).hasSize(1);
        share.publish();
        assertThat(next.heard()).containsExactly(new Publish(3, id));
        next.say(new Reply(3, Optional.empty()));
        assertThat(share.stored()).isCompleted();
    }

    @Test
    void whatWasDrawnOnAPublishedDraftIsStoredBeforeItIsShown() {
        Share draft = first.draft(photo);
        relay.heardWithoutTaking();
        relay.hangUp();
        first.call.annotations().follow(id).create(WidgetKind.LINE, TestRoom.LYING);
        draft.publish();
        first.settle();

        FakeSession again = anotherLife();
        FakeRelay next = again.join();
        next.heard();
        next.say(offered(1000, false));
        again.settle();
        assertThat(next.heard())
                .containsExactly(
                        new Upload(2, 1, id, Rendition.WORKING, 1000),
                        new Have(List.of(new HavePhoto(id, 0, 0, List.of()))));
        next.say(new Snapshot(4, 1, 0, List.of()));
        again.settle();
        List<ClientFrame> drawn = next.heard();
        assertThat(drawn).singleElement().isInstanceOf(Operations.class);
        next.say(stored((Operations) drawn.get(0)));
        assertThat(next.heard()).containsExactly(new Publish(3, id));
    }

    /** The application has died; nothing of it is told or asked any more. */
    private FakeSession anotherLife() {
        relay.hangUp();
        FakeSession again = new FakeSession(outbox);
        later.add(again);
        return again;
    }

    private Offered offered(int stored, boolean published) {
        return new Offered(1, id, 4, List.of(new StoredUpTo(Rendition.WORKING, stored, false)), published);
    }

    private static OperationResults stored(Operations operations) {
        OperationResult result = OperationResult.newBuilder()
                .setSeq(operations.firstSeq())
                .setRevision(1)
                .build();
        return new OperationResults(operations.photo(), operations.writer(), List.of(result));
    }
}
