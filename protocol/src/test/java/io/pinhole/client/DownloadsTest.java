package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Arrived;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Open;
import io.pinhole.protocol.frame.Opened;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.RenditionInfo;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.frame.Shown;
import io.pinhole.protocol.frame.Shut;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DownloadsTest {

    private static final byte[] WHOLE = "abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final RenditionInfo INFO =
            new RenditionInfo(Rendition.WORKING, WHOLE.length, Optional.of(Sha256.of(WHOLE)), 16, 12);

    @AutoClose
    private final FakeSession session = new FakeSession();

    private final PhotoId id = PhotoId.random();

    @Test
    void bytesAreCollectedVerifiedAndReportedShown() {
        FakeRelay relay = session.join();
        Download download = session.open(id, Rendition.WORKING);
        assertThat(relay.heard()).containsExactly(new Open(1, id, Rendition.WORKING, 0));
        relay.say(opened(1, 7, 0), chunk(7, "abc"));
        assertThat(download.bytes()).isEqualTo("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(download.complete()).isNotDone();
        relay.say(chunk(7, "def"));
        assertThat(download.complete().join()).isEqualTo(WHOLE);
        assertThat(relay.heard()).containsExactly(new Shown(id, Rendition.WORKING));
        assertThat(session.events).containsExactly("joined", "opened", "received", "received");
    }

    @Test
    void wrongBytesFailWithoutBeingShown() {
        FakeRelay relay = session.join();
        Download download = session.open(id, Rendition.WORKING);
        relay.heard();
        relay.say(opened(1, 7, 0), chunk(7, "abcdeX"));
        assertThat(codeOf(download)).isEqualTo(Code.HASH_MISMATCH);
        assertThat(relay.heard()).isEmpty();
    }

    @Test
    void moreBytesThanAnnouncedFail() {
        FakeRelay relay = session.join();
        Download download = session.open(id, Rendition.WORKING);
        relay.heard();
        relay.say(opened(1, 7, 0), chunk(7, "abcdefg"));
        assertThat(codeOf(download)).isEqualTo(Code.PHOTO_TOO_LARGE);
        assertThat(relay.heard()).containsExactly(new Shut(7));
    }

    @Test
    void afterADropItGoesOnFromTheByteItHas() {
        FakeRelay relay = session.join();
        Download download = session.open(id, Rendition.WORKING);
        relay.say(opened(1, 7, 0), chunk(7, "abcd"));
        relay.hangUp();
        FakeRelay next = session.join();
        assertThat(next.heard()).containsExactly(new Open(1, id, Rendition.WORKING, 4));
        next.say(opened(1, 3, 4), chunk(3, "ef"));
        assertThat(download.complete().join()).isEqualTo(WHOLE);
    }

    @Test
    void anotherFileUnderTheSameIdIsAConflict() {
        FakeRelay relay = session.join();
        Download download = session.open(id, Rendition.WORKING);
        relay.say(opened(1, 7, 0), chunk(7, "abcd"));
        relay.hangUp();
        RenditionInfo other = new RenditionInfo(Rendition.WORKING, 9, Optional.empty(), 16, 12);
        session.join().say(new Opened(1, 3, id, 4, other));
        assertThat(codeOf(download)).isEqualTo(Code.PHOTO_CONFLICT);
    }

    @Test
    void previewsComeUnasked() {
        FakeRelay relay = session.join();
        relay.say(new Opened(0, 9, id, 0, new RenditionInfo(Rendition.PREVIEW, 3, Optional.empty(), 4, 3)));
        relay.say(chunk(9, "pre"));
        assertThat(session.events).containsExactly("joined", "opened", "received");
        assertThat(relay.heard()).containsExactly(new Shown(id, Rendition.PREVIEW));
    }

    @Test
    void oneRenditionIsOpenedOnce() {
        FakeRelay relay = session.join();
        Download download = session.open(id, Rendition.WORKING);
        assertThat(session.open(id, Rendition.WORKING)).isSameAs(download);
        assertThat(relay.heard()).hasSize(1);
    }

    @Test
    void aRefusalFailsTheDownload() {
        FakeRelay relay = session.join();
        Download download = session.open(id, Rendition.WORKING);
        relay.say(new Reply(1, Optional.of(Refusal.of(Code.PHOTO_UNKNOWN, "no"))));
        assertThat(codeOf(download)).isEqualTo(Code.PHOTO_UNKNOWN);
    }

    @Test
    void whatIsShutIsNotTakenUpAgain() {
        FakeRelay relay = session.join();
        Download download = session.open(id, Rendition.WORKING);
        relay.heard();
        download.shut();
        session.settle();
        assertThat(download.complete()).isCompletedExceptionally();
        relay.say(opened(1, 7, 0));
        assertThat(relay.heard()).containsExactly(new Shut(7));
    }

    @Test
    void whatIsShutAndOpenedAgainAtOnceBeginsAnew() {
        FakeRelay relay = session.join();
        Download before = session.open(id, Rendition.WORKING);
        relay.say(opened(1, 7, 0), chunk(7, "abc"));
        relay.heard();
        before.shut();
        Download again = session.open(id, Rendition.WORKING);
        assertThat(before.complete()).isCompletedExceptionally();
        assertThat(relay.heard()).containsExactlyInAnyOrder(new Shut(7), new Open(2, id, Rendition.WORKING, 0));
        relay.say(opened(2, 8, 0), chunk(8, "abcdef"));
        assertThat(again.complete().join()).isEqualTo(WHOLE);
    }

    @Test
    void theAnswerToWhatIsShutServesWhoOpensItAgain() {
        FakeRelay relay = session.join();
        session.open(id, Rendition.WORKING).shut();
        Download again = session.open(id, Rendition.WORKING);
        relay.heard();
        relay.say(opened(1, 7, 0), opened(2, 8, 0), chunk(7, "abcdef"));
        assertThat(again.complete().join()).isEqualTo(WHOLE);
        assertThat(relay.heard()).containsExactly(new Shut(8), new Shown(id, Rendition.WORKING));
    }

    @Test
    void theAnswerComesBeforeWhoOpensGoesOn() {
        FakeRelay relay = session.join();
        AtomicReference<Downloads> downloads = new AtomicReference<>();
        Executor loop = task -> {
            task.run();
            downloads.get().on(opened(1, 7, 0));
        };
        downloads.set(joined(loop));
        Download download = downloads.get().of(id, Rendition.WORKING);
        assertThat(download.info()).contains(INFO);
        assertThat(relay.heard()).containsExactly(new Open(1, id, Rendition.WORKING, 0));
    }

    @Test
    void whatAnotherShutsBeforeItIsAskedForIsNotAskedFor() {
        FakeRelay relay = session.join();
        Deque<Runnable> tasks = new ArrayDeque<>();
        Downloads downloads = joined(tasks::add);
        Download download = downloads.of(id, Rendition.WORKING);
        download.shut();
        tasks.removeLast().run();
        tasks.remove().run();
        assertThat(download.complete()).isCompletedExceptionally();
        assertThat(relay.heard()).isEmpty();
    }

    @Test
    void aWithdrawnPhotoFailsItsDownloads() {
        FakeRelay relay = session.join();
        Download download = session.open(id, Rendition.WORKING);
        relay.say(entry("ben", PhotoState.WITHDRAWN, 2000));
        assertThat(codeOf(download)).isEqualTo(Code.PHOTO_OVER);
    }

    @Test
    void othersPhotosAreOpenedByRuleAndOnesOwnAreNot() {
        try (FakeSession eager = new FakeSession(Rendition.WORKING)) {
            FakeRelay relay = eager.join();
            relay.say(entry("anna", PhotoState.STORED, 500));
            eager.settle();
            assertThat(relay.heard()).isEmpty();
            relay.say(entry("ben", PhotoState.STORED, 500));
            eager.settle();
            assertThat(relay.heard()).containsExactly(new Open(1, id, Rendition.WORKING, 0));
        }
    }

    @Test
    void manyOpensWaitTheirTurn() {
        for (int i = 0; i < Downloads.MAX_AT_ONCE + 10; i++) {
            session.open(PhotoId.random(), Rendition.WORKING);
        }
        FakeRelay relay = session.join();
        assertThat(relay.heard()).hasSize(Downloads.MAX_AT_ONCE);
        relay.say(new Reply(1, Optional.of(Refusal.of(Code.PHOTO_UNKNOWN, "no"))));
        assertThat(relay.heard()).hasSize(1);
    }

    /** On the session's line, but with a loop of its own. */
    private Downloads joined(Executor loop) {
        Downloads downloads = new Downloads(new Events(EventLog.into(session.events)), loop);
        downloads.begin(Objects.requireNonNull(session.call.line()));
        return downloads;
    }

    private PhotoEntry entry(String author, PhotoState state, long createdMillis) {
        List<Arrived> renditions = List.of(new Arrived(Rendition.PREVIEW, 3, 3), new Arrived(Rendition.WORKING, 6, 6));
        return new PhotoEntry(
                1, id, "Photo 1", new PersonId(author), createdMillis, createdMillis, state, 16, 12, renditions, 0, 0);
    }

    private Opened opened(int request, int handle, long offset) {
        return new Opened(request, handle, id, offset, INFO);
    }

    private static Chunk chunk(int handle, String text) {
        return new Chunk(handle, Chunk.CONTINUES, Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private static Code codeOf(Download download) {
        Throwable thrown =
                download.complete().handle((bytes, failure) -> failure).join();
        Throwable refused = thrown instanceof RefusedException ? thrown : thrown.getCause();
        return ((RefusedException) refused).code();
    }
}
