package io.pinhole.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.relay.store.CaptureStore.Saved;
import io.pinhole.relay.store.CaptureStore.Saved.Conflict;
import io.pinhole.relay.store.CaptureStore.Saved.Kept;
import io.pinhole.relay.store.CaptureStore.Saved.NameTaken;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine promises of saving, in {@link CaptureStore}. */
public abstract class CaptureStoreContract extends CaptureContract {

    private static final int BLOCK = PhotoStore.BLOCK_BYTES;
    private static final byte[] JPEG = jpeg(100);

    @Test
    void aCaptureIsPendingAndHasTheTitleThatThePhotoHadThen() throws Exception {
        NewCapture capture = capture("Pump \u2192 leak", 12);

        StoredCapture kept = saved(capture);
        get(photos().update(CALL, renamed("Another")));
        reopen();

        assertThat(kept)
                .isEqualTo(new StoredCapture(
                        capture.id(),
                        CALL,
                        photo.id(),
                        capture.name(),
                        photo.title(),
                        capture.by(),
                        NOW,
                        photo.epoch(),
                        12,
                        CaptureState.PENDING,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(get(captures().find(capture.id()))).contains(kept);
        assertThat(get(captures().find(CaptureId.random()))).isEmpty();
    }

    @Test
    void aPhotoThatIsOnItsWayIntoTheStoreCanBeSaved() throws Exception {
        StoredPhoto next = photo(2, working(10));
        CompletableFuture<Void> adding = photos().add(CALL, next);
        CompletableFuture<Saved> saving = captures().save(CALL, capture(CaptureId.random(), "at once", next, 0));

        assertThat(get(saving)).isInstanceOf(Saved.Kept.class);
        get(adding);
    }

    @Test
    void theWidgetsAreThoseOfTheRevisionWhereverTheSnapshotIs() throws Exception {
        for (long newest : List.of(0, 13, 26)) {
            get(operations().saveSnapshot(CALL, photo.id(), log.at(newest)));
            for (long revision = 0; revision <= REVISIONS; revision++) {
                CaptureId id = saved(capture("from " + newest + " at " + revision, revision))
                        .id();

                assertThat(get(captures().widgets(id))).isEqualTo(log.at(revision));
            }
        }
    }

    @Test
    void theWidgetsOfALongLogAreExactAndStayAsTheyWere() throws Exception {
        StoredPhoto other = photo(2, working(10));
        DrawnLog drawn = DrawnLog.upTo(1_600, other, 11);
        get(photos().add(CALL, other));
        get(operations().append(CALL, drawn.operations().subList(0, 1_500)));

        List<CaptureId> ids = new ArrayList<>();
        for (long revision : List.of(255, 256, 257, 1_499, 1_500)) {
            ids.add(saved(capture(CaptureId.random(), "at " + revision, other, revision))
                    .id());
        }
        get(operations().append(CALL, drawn.operations().subList(1_500, 1_600)));
        get(operations().saveSnapshot(CALL, other.id(), drawn.at(1_600)));
        reopen();

        for (CaptureId id : ids) {
            long revision = get(captures().find(id)).orElseThrow().revision();
            assertThat(get(captures().widgets(id))).isEqualTo(drawn.at(revision));
        }
    }

    @Test
    void whatTheCallDoesNotHaveCannotBeSaved() throws Exception {
        StoredPhoto unknown = photo(9, working(10));
        refused(captures().save(CALL, capture(CaptureId.random(), "a", unknown, 0)), "no photo");
        refused(captures().save(CALL, capture("a", REVISIONS + 1)), "up to revision " + REVISIONS);
        refused(captures().save(CALL, capture("a", Long.MAX_VALUE)), "up to revision " + REVISIONS);
        refused(captures().save(CALL, capture("a", -1)), "up to revision " + REVISIONS);
        refused(captures().save(CALL, in(photo.epoch() - 1, capture("a", 0))), "epoch 3, not 2");
        refused(captures().save(new CallId("unknown"), capture("a", 0)), "not running");
        get(calls().end(CALL, NOW));
        refused(captures().save(CALL, capture("a", 0)), "not running");

        assertThat(get(captures().list(Optional.empty(), Optional.empty(), 10))).isEmpty();
    }

    @Test
    void theSameAgainIsAnsweredForEverWithWhereItStandsNow() throws Exception {
        NewCapture capture = capture("a", 5);
        StoredCapture first = saved(capture);
        assertThat(saved(later(capture))).isEqualTo(first);

        get(captures().finish(capture.id(), picture(JPEG), JPEG));
        StoredCapture ready = saved(capture);
        get(calls().end(CALL, NOW));
        reopen();

        assertThat(ready.state()).isEqualTo(CaptureState.READY);
        assertThat(saved(later(capture))).isEqualTo(ready);
    }

    @Test
    void anIdStandsForOneCapture() throws Exception {
        NewCapture first = capture("a", 5);
        saved(first);
        StoredPhoto other = photo(2, working(10));
        get(photos().add(CALL, other));
        get(calls().open(new CallId("other"), Mode.PHOTO, NOW));

        assertThat(get(captures().save(CALL, capture(first.id(), "b", photo, 5))))
                .isEqualTo(new Conflict());
        assertThat(get(captures().save(CALL, capture(first.id(), "A", photo, 5))))
                .isEqualTo(new Conflict());
        assertThat(get(captures().save(CALL, capture(first.id(), "a", photo, 6))))
                .isEqualTo(new Conflict());
        assertThat(get(captures().save(CALL, capture(first.id(), "a", other, 5))))
                .isEqualTo(new Conflict());
        assertThat(get(captures().save(CALL, in(4, first)))).isEqualTo(new Conflict());
        assertThat(get(captures().save(CALL, by("bob", first)))).isEqualTo(new Conflict());
        assertThat(get(captures().save(new CallId("other"), first))).isEqualTo(new Conflict());
        assertThat(get(captures().widgets(first.id()))).isEqualTo(log.at(5));
    }

    @Test
    void aNameIsTakenOnceInACallWhateverItsCase() throws Exception {
        saved("Stra\u00dfe");
        assertThat(get(captures().save(CALL, capture("STRASSE", 3)))).isEqualTo(new NameTaken());
        assertThat(get(captures().save(CALL, capture("stra\u00dfe", 3)))).isEqualTo(new NameTaken());
        saved("Strase");

        get(calls().end(CALL, NOW));
        StoredPhoto next = photo(1, working(10));
        opened();
        get(photos().add(CALL, next));
        saved(capture(CaptureId.random(), "strasse", next, 0));
    }

    @Test
    void ofManyAtOnceWithOneNameOneIsKept() throws Exception {
        List<CompletableFuture<Saved>> saves = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            saves.add(captures().save(CALL, capture("a", i)));
        }
        get(CompletableFuture.allOf(saves.toArray(CompletableFuture[]::new)));

        assertThat(saves.stream().map(CompletableFuture::join).filter(Kept.class::isInstance))
                .hasSize(1);
        assertThat(saves.stream().map(CompletableFuture::join).filter(NameTaken.class::isInstance))
                .hasSize(19);
    }

    @Test
    void theSameManyTimesAtOnceIsKeptOnce() throws Exception {
        NewCapture capture = capture("a", 9);
        List<CompletableFuture<Saved>> saves = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            saves.add(captures().save(CALL, capture));
        }

        for (CompletableFuture<Saved> save : saves) {
            assertThat(get(save))
                    .isEqualTo(new Kept(get(captures().find(capture.id())).orElseThrow()));
        }
        assertThat(get(captures().list(Optional.empty(), Optional.empty(), 10))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 10 << 20})
    void thePictureOfAReadyCaptureIsItsBlocks(int length) throws Exception {
        byte[] jpeg = jpeg(length);
        CaptureId id = saved("a");
        get(captures().finish(id, picture(jpeg), jpeg));
        reopen();

        StoredCapture found = get(captures().find(id)).orElseThrow();
        assertThat(found.state()).isEqualTo(CaptureState.READY);
        assertThat(found.picture()).contains(picture(jpeg));
        assertThat(found.failure()).isEmpty();
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        int count = (length + BLOCK - 1) / BLOCK;
        for (int index = 0; index < count; index++) {
            byte[] block = get(captures().readPicture(id, index));
            assertThat(block).hasSize(Math.min(BLOCK, length - index * BLOCK));
            blocks.writeBytes(block);
        }
        assertThat(blocks.toByteArray()).isEqualTo(jpeg);
        refused(captures().readPicture(id, count), "no block " + count);
    }

    @Test
    void whatIsNotPendingIsNotChangedAnyMore() throws Exception {
        CaptureId ready = saved("ready");
        CaptureId failed = saved("failed");
        CaptureId unknown = CaptureId.random();
        get(captures().finish(ready, picture(JPEG), JPEG));
        get(captures().fail(failed, "no rendition is complete"));
        List<StoredCapture> before = get(captures().list(Optional.empty(), Optional.empty(), 10));

        byte[] another = jpeg(3 * BLOCK);
        for (CaptureId id : List.of(ready, failed, unknown)) {
            get(captures().finish(id, picture(another), another));
            get(captures().fail(id, "too late"));
        }

        assertThat(get(captures().list(Optional.empty(), Optional.empty(), 10))).isEqualTo(before);
        assertThat(get(captures().readPicture(ready, 0))).isEqualTo(JPEG);
        refused(captures().readPicture(ready, 1), "no block 1");
        refused(captures().readPicture(failed, 0), "no block 0");
    }

    @Test
    void aFailedCaptureSaysWhy() throws Exception {
        CaptureId id = saved("a");
        get(captures().fail(id, "no rendition is complete"));
        reopen();

        StoredCapture found = get(captures().find(id)).orElseThrow();
        assertThat(found.state()).isEqualTo(CaptureState.FAILED);
        assertThat(found.failure()).contains("no rendition is complete");
        assertThat(found.picture()).isEmpty();
    }

    @Test
    void aPictureOfAnotherSizeThanIsSaidIsRefused() throws Exception {
        CaptureId id = saved("a");

        refused(captures().finish(id, picture(JPEG), jpeg(101)), "101 bytes is said to have 100");

        assertThat(get(captures().find(id)).orElseThrow().state()).isEqualTo(CaptureState.PENDING);
    }

    private StoredPhoto renamed(String title) {
        return new StoredPhoto(
                photo.id(), 1, photo.author(), title, NOW, NOW, true, photo.state(), photo.epoch(), List.of());
    }

    private static NewCapture in(long epoch, NewCapture c) {
        return new NewCapture(c.id(), c.name(), c.photo(), epoch, c.revision(), c.by(), c.created());
    }

    private static NewCapture by(String person, NewCapture c) {
        return new NewCapture(c.id(), c.name(), c.photo(), c.epoch(), c.revision(), new PersonId(person), c.created());
    }

    private static NewCapture later(NewCapture c) {
        return new NewCapture(
                c.id(),
                c.name(),
                c.photo(),
                c.epoch(),
                c.revision(),
                c.by(),
                c.created().plusSeconds(9));
    }
}
