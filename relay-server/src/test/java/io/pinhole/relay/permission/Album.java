package io.pinhole.relay.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Offered;
import io.pinhole.protocol.frame.Open;
import io.pinhole.protocol.frame.Opened;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.Publish;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.Upload;
import io.pinhole.relay.fixture.Feed;
import io.pinhole.relay.fixture.Jpegs;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestPhoto;

/** The photos of a stage: two of ada's, who could share before she came in, and one of carl's. */
final class Album {

    private static final int UPLOAD = 1;
    private static final byte[] PREVIEW = Jpegs.baseline(16, 12);
    private static final byte[] WORKING = Jpegs.baseline(24, 16);
    private static final byte[] ORIGINAL = Jpegs.baseline(32, 24);

    private final Stage stage;
    private final TestPhoto first = photo();
    private final TestPhoto next = TestPhoto.of(WORKING, 24, 16);
    private final TestPhoto carls = photo();
    private int handle;

    Album(Stage stage) {
        this.stage = stage;
    }

    private static TestPhoto photo() {
        return TestPhoto.of(WORKING, 24, 16)
                .with(Rendition.PREVIEW, PREVIEW, 16, 12)
                .with(Rendition.ORIGINAL, ORIGINAL, 32, 24);
    }

    /** Ada's, which the others see. */
    TestPhoto first() {
        return first;
    }

    /** Ada's, as far as it has come. */
    TestPhoto next() {
        return next;
    }

    TestPhoto carls() {
        return carls;
    }

    /** Of the first. */
    int handle() {
        return handle;
    }

    void shareFirst() {
        Sharing.stored(stage.ada(), first);
        handle = stage.bob()
                .await(PhotoEntry.class, e -> e.photo().equals(first.id()))
                .handle();
    }

    void offerNext() {
        int request = stage.ada().request(next::offer);
        stage.ada().await(Offered.class, offered -> offered.request() == request);
    }

    /** Everybody waits for its first byte. */
    void publishNext() {
        offerNext();
        stage.ada().done(n -> new Publish(n, next.id()));
    }

    void shareCarls() {
        Sharing.stored(stage.carl(), carls);
    }

    /** Sends the bytes whatever the answer, as clients that do not wait for it. */
    Outcome uploadNext() {
        byte[] file = next.file(Rendition.WORKING);
        Outcome outcome = stage.asks(n -> new Upload(n, UPLOAD, next.id(), Rendition.WORKING, 0));
        stage.ada().add(new Feed(UPLOAD, file, 0, file.length));
        return outcome;
    }

    /** Reads all of it, if it is opened. */
    Outcome open(Rendition rendition) {
        ServerFrame answer = stage.answer(n -> new Open(n, first.id(), rendition, 0));
        if (answer instanceof Opened opened) {
            byte[] file = first.file(rendition);
            assertThat(stage.ada().awaitBytes(opened.handle(), file.length)).isEqualTo(file);
        }
        return Answers.outcome(answer);
    }
}
