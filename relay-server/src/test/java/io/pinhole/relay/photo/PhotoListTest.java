package io.pinhole.relay.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.Stored;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.relay.fixture.Jpegs;
import io.pinhole.relay.fixture.ManualExecutor;
import io.pinhole.relay.fixture.TestPhoto;
import io.pinhole.relay.store.PhotoStore;
import io.pinhole.relay.store.StoredPhoto;
import io.pinhole.relay.store.StoredRendition;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The life of a photo with a store that is slow, fails, or has forgotten the last word. */
class PhotoListTest implements Audience {

    private static final CallId CALL = new CallId("c");
    private static final PersonId AUTHOR = new PersonId("author");
    private static final Duration SUSPENDED = Duration.ofMinutes(5);

    private final ManualExecutor owner = new ManualExecutor();
    private final ManualStore store = new ManualStore(owner);
    private final PhotoList photos = newList();
    private final List<ServerFrame> told = new ArrayList<>();
    private boolean here = true;
    private int finished;

    private PhotoList newList() {
        PhotoLimits limits = new PhotoLimits(10, 1 << 20, JpegLimits.DEFAULT, SUSPENDED);
        PhotoShelf shelf = new PhotoShelf(
                store,
                new BlockCache(store, 1 << 20),
                limits,
                InstantSource.system(),
                () -> finished++,
                PhotoMeter.NONE);
        return new PhotoList(CALL, shelf, this, owner);
    }

    @Test
    void completeIsToldWhenTheStoreKnowsItAndNotBefore() {
        TestPhoto photo = TestPhoto.small();
        Photo added = add(photo);
        send(added, photo, Rendition.WORKING, Integer.MAX_VALUE);
        store.commit();

        assertThat(told).contains(new Stored(photo.id(), Rendition.WORKING, size(photo), true));
        assertThat(store.last().renditions()).allMatch(StoredRendition::complete);
        assertThat(store.last().state()).isEqualTo(PhotoState.STORED);
        assertThat(finished).isOne();
    }

    @Test
    void aPhotoWithSeveralUnfinishedFilesIsResumedOnItsOwnersThread() {
        TestPhoto photo = TestPhoto.large();
        Photo added = add(photo);
        send(added, photo, Rendition.WORKING, 1000);
        send(added, photo, Rendition.ORIGINAL, 1000);
        owner.on(() -> photos.suspend(AUTHOR));

        offerAgain(photo);

        assertThat(added.state()).isEqualTo(PhotoState.ARRIVING);
        assertThat(added.storedUpTo()).extracting(upTo -> upTo.offset()).containsExactly(0L, 1000L, 1000L);
    }

    @Test
    void aPhotoWhoseLastBytesWereStoredWhileItsUploaderWasGoneDoesNotExpire() {
        TestPhoto photo = TestPhoto.small();
        Photo added = add(photo);
        send(added, photo, Rendition.WORKING, Integer.MAX_VALUE);
        owner.on(() -> photos.suspend(AUTHOR));
        store.commit();
        assertThat(added.state()).isEqualTo(PhotoState.STORED);

        owner.pass(SUSPENDED.multipliedBy(2));

        assertThat(added.state()).isEqualTo(PhotoState.STORED);
    }

    @Test
    void aPhotoThatNobodyGoesOnWithExpires() {
        TestPhoto photo = TestPhoto.small();
        Photo added = add(photo);
        send(added, photo, Rendition.WORKING, 100);
        owner.on(() -> photos.suspend(AUTHOR));

        owner.pass(SUSPENDED.minusSeconds(1));
        assertThat(added.state()).isEqualTo(PhotoState.SUSPENDED);
        owner.pass(Duration.ofSeconds(1));
        assertThat(added.state()).isEqualTo(PhotoState.EXPIRED);
    }

    @Test
    void whatIsStoredButWasNeverMarkedSoIsCompletedWhenItIsOfferedAgain() {
        TestPhoto photo = TestPhoto.small();
        store.has(block(photo, 0), photo.file(Rendition.WORKING));
        Photo restored = restore(photo, size(photo));

        offerAgain(photo);

        assertThat(restored.state()).isEqualTo(PhotoState.STORED);
        assertThat(told).contains(new Stored(photo.id(), Rendition.WORKING, size(photo), true));
        assertThat(store.last().renditions()).allMatch(StoredRendition::complete);
    }

    @Test
    void afterARestartTheUploadGoesOnInTheMiddleOfABlock() {
        TestPhoto photo = TestPhoto.small();
        byte[] file = photo.file(Rendition.WORKING);
        store.has(block(photo, 0), Arrays.copyOf(file, 700));
        Photo restored = restore(photo, 700);

        offerAgain(photo);
        assertThat(restored.state()).isEqualTo(PhotoState.ARRIVING);
        send(restored, photo, Rendition.WORKING, Integer.MAX_VALUE);
        store.commit();

        assertThat(restored.state()).isEqualTo(PhotoState.STORED);
    }

    @Test
    void bytesAreNotTakenBeforeThePhotoIsOfferedAgain() {
        TestPhoto photo = TestPhoto.small();
        Photo restored = restore(photo, 0);

        assertThat(refusal(() -> photos.receive(restored, Rendition.WORKING, 0)))
                .isEqualTo(Code.BAD_REQUEST);
    }

    @Test
    void aPhotoOfferedTwiceAtOnceIsReadBackOnce() {
        TestPhoto photo = TestPhoto.small();
        byte[] file = photo.file(Rendition.WORKING);
        store.has(block(photo, 0), Arrays.copyOf(file, 700));
        Photo restored = restore(photo, 700);
        owner.execute(() -> offer(photo));
        owner.on(() -> offer(photo));
        assertThat(store.reads()).isEqualTo(1);

        send(restored, photo, Rendition.WORKING, Integer.MAX_VALUE);
        store.commit();
        assertThat(restored.state()).isEqualTo(PhotoState.STORED);
    }

    @Test
    void anUploaderWhoIsGoneAgainBeforeItsPhotoIsReadyLeavesItSuspended() {
        TestPhoto photo = TestPhoto.small();
        Photo added = add(photo);
        send(added, photo, Rendition.WORKING, 100);
        owner.on(() -> photos.suspend(AUTHOR));
        owner.on(() -> offer(photo));
        here = false;
        store.commit();

        assertThat(added.state()).isEqualTo(PhotoState.SUSPENDED);
        owner.pass(SUSPENDED);
        assertThat(added.state()).isEqualTo(PhotoState.EXPIRED);
    }

    @Test
    void aStoreWithoutRoomHoldsTheUploaderBackAndLosesNothing() {
        byte[] file = Jpegs.baseline(1200, 900);
        assertThat(file.length).isGreaterThan(9 * PhotoStore.BLOCK_BYTES);
        TestPhoto photo = TestPhoto.of(file, 1200, 900);
        Photo added = add(photo);
        AtomicInteger taken = send(added, photo, Rendition.WORKING, file.length - 1);
        assertThat(taken.get()).as("held back").isBetween(7 * PhotoStore.BLOCK_BYTES, 9 * PhotoStore.BLOCK_BYTES);

        store.fail();
        passInTheStore(3);
        assertThat(added.state()).isEqualTo(PhotoState.ARRIVING);
        assertThat(taken.get()).as("held back").isBetween(7 * PhotoStore.BLOCK_BYTES, 9 * PhotoStore.BLOCK_BYTES);

        store.mend();
        passInTheStore(1);
        assertThat(taken.get()).isEqualTo(file.length - 1);
        send(added, photo, Rendition.WORKING, Integer.MAX_VALUE);
        passInTheStore(2);
        assertThat(added.state()).isEqualTo(PhotoState.STORED);
        assertThat(told).contains(new Stored(photo.id(), Rendition.WORKING, file.length, true));
        for (int at = 0; at < file.length; at += PhotoStore.BLOCK_BYTES) {
            assertThat(store.block(block(photo, at / PhotoStore.BLOCK_BYTES)))
                    .isEqualTo(Arrays.copyOfRange(file, at, Math.min(at + PhotoStore.BLOCK_BYTES, file.length)));
        }
    }

    @Test
    void aBlockThatWasKeptDoesNotReplaceItselfWhenItWasFuller() {
        TestPhoto photo = TestPhoto.small();
        Photo added = add(photo);
        send(added, photo, Rendition.WORKING, 100);
        owner.pass(Duration.ofSeconds(1)); // what there is of the block is on its way
        send(added, photo, Rendition.WORKING, Integer.MAX_VALUE);
        store.failOne();
        passInTheStore(3);

        assertThat(store.block(block(photo, 0))).isEqualTo(photo.file(Rendition.WORKING));
        assertThat(added.state()).isEqualTo(PhotoState.STORED);
    }

    @Test
    void aPhotoThatFindsNoRoomWhenItIsOfferedIsStoredWhenThereIs() {
        TestPhoto photo = TestPhoto.small();
        owner.on(() -> run(() -> photos.add(photo.offer(1), AUTHOR)));
        store.fail();
        Photo added = photos.find(photo.id()).orElseThrow();
        owner.on(() -> photos.publish(added));
        send(added, photo, Rendition.WORKING, Integer.MAX_VALUE);
        store.commit();
        assertThat(added.state()).isEqualTo(PhotoState.ARRIVING);
        assertThat(store.last()).isNull();

        store.mend();
        passInTheStore(3);
        assertThat(added.state()).isEqualTo(PhotoState.STORED);
        assertThat(store.last().published()).isTrue();
        assertThat(store.last().state()).isEqualTo(PhotoState.STORED);
    }

    @Test
    void nothingOfAnEndedCallIsTriedAgain() {
        owner.on(() -> run(() -> photos.add(TestPhoto.small().offer(1), AUTHOR)));
        store.fail();
        owner.on(photos::end);
        store.mend();

        owner.pass(Duration.ofSeconds(5));
        assertThat(store.waiting()).isZero();
    }

    @Test
    void aPhotoOfAnEndedCallIsNotMarkedCompleteAgainAndAgain() {
        TestPhoto photo = TestPhoto.small();
        send(add(photo), photo, Rendition.WORKING, Integer.MAX_VALUE);
        store.commitOne();
        store.fail();
        owner.on(photos::end);

        owner.pass(Duration.ofSeconds(5));
        assertThat(store.waiting()).isZero();
    }

    @Test
    void aPhotoIsCompleteOnceTheStoreCanBeTold() {
        TestPhoto photo = TestPhoto.small();
        Photo added = add(photo);
        send(added, photo, Rendition.WORKING, Integer.MAX_VALUE);
        store.commitOne();
        store.fail();
        assertThat(told).noneMatch(frame -> frame instanceof Stored stored && stored.complete());

        store.mend();
        passInTheStore(2);
        assertThat(told).contains(new Stored(photo.id(), Rendition.WORKING, size(photo), true));
        assertThat(finished).isOne();
    }

    @Test
    void whoOffersAPhotoAgainIsAnsweredWhenTheStoreHasWhatCame() {
        TestPhoto photo = TestPhoto.small();
        Photo added = add(photo);
        send(added, photo, Rendition.WORKING, 600);
        owner.pass(Duration.ofSeconds(1));
        store.fail();
        AtomicReference<CompletableFuture<Photo>> again = new AtomicReference<>();
        owner.on(() -> again.set(run(() -> photos.addAgain(photo.offer(2), AUTHOR))));
        passInTheStore(2);
        assertThat(again.get()).isNotDone();

        store.mend();
        passInTheStore(2);
        assertThat(again.get()).isCompleted();
        assertThat(added.storedUpTo()).extracting(upTo -> upTo.offset()).containsExactly(600L);
    }

    @Test
    void ofAPhotoThatIsOverNothingIsTriedAgain() {
        TestPhoto photo = TestPhoto.small();
        Photo added = add(photo);
        send(added, photo, Rendition.WORKING, 600);
        owner.pass(Duration.ofSeconds(1));
        store.fail();
        store.mend();
        owner.on(() -> photos.withdraw(added));
        store.commit();

        passInTheStore(5);
        assertThat(store.block(block(photo, 0))).isNull();
    }

    @Test
    void aFailedPhotoIsNotWrittenOn() {
        TestPhoto photo = TestPhoto.small();
        Photo added = add(photo);
        send(added, photo, Rendition.WORKING, 100);
        store.commit();
        owner.on(() -> photos.withdraw(added));
        store.commit();

        owner.pass(Duration.ofSeconds(10));

        assertThat(store.waiting()).isZero();
        assertThat(finished).isOne();
    }

    @Test
    void nothingOfAnEndedCallExpires() {
        TestPhoto photo = TestPhoto.small();
        add(photo);
        owner.on(() -> photos.suspend(AUTHOR));
        store.commit();
        owner.on(photos::end);

        owner.pass(SUSPENDED.multipliedBy(2));

        assertThat(store.waiting()).isZero();
    }

    // ------------------------------------------------------------------ doing

    private Photo add(TestPhoto photo) {
        AtomicReference<Photo> added = new AtomicReference<>();
        owner.on(() -> added.set(run(() -> photos.add(photo.offer(1), AUTHOR))));
        store.commit();
        return added.get();
    }

    private Photo restore(TestPhoto photo, long stored) {
        StoredPhoto was = new StoredPhoto(
                photo.id(),
                1,
                AUTHOR,
                "t",
                InstantSource.system().instant(),
                InstantSource.system().instant(),
                true,
                PhotoState.ARRIVING,
                1,
                List.of(new StoredRendition(
                        Rendition.WORKING,
                        size(photo),
                        photo.info(Rendition.WORKING).sha256(),
                        photo.info(Rendition.WORKING).width(),
                        photo.info(Rendition.WORKING).height(),
                        stored,
                        false)));
        owner.on(() -> photos.restore(List.of(was), Map.of()));
        return photos.find(photo.id()).orElseThrow();
    }

    private void offerAgain(TestPhoto photo) {
        owner.on(() -> offer(photo));
        store.commit();
    }

    private void offer(TestPhoto photo) {
        run(() -> photos.addAgain(photo.offer(2), AUTHOR));
    }

    /** Each second the store does, or refuses, what waits. */
    private void passInTheStore(int seconds) {
        for (int i = 0; i < seconds; i++) {
            owner.pass(Duration.ofSeconds(1));
            store.commit();
        }
    }

    /** Sends from where the file stands; counts the bytes whose room is given back. */
    private AtomicInteger send(Photo photo, TestPhoto from, Rendition rendition, int upTo) {
        AtomicInteger taken = new AtomicInteger();
        byte[] file = from.file(rendition);
        owner.on(() -> run(() -> {
            Upload upload = photo.file(rendition).upload();
            int start = (int) upload.position();
            Receiving receiving = photos.receive(photo, rendition, start);
            for (int at = start; at < Math.min(upTo, file.length); at += 500) {
                int length = Math.min(500, Math.min(upTo, file.length) - at);
                receiving.accept(
                        new Chunk(1, Chunk.CONTINUES, Unpooled.wrappedBuffer(file, at, length)),
                        () -> taken.addAndGet(length));
            }
            return null;
        }));
        return taken;
    }

    private static long size(TestPhoto photo) {
        return photo.file(Rendition.WORKING).length;
    }

    private static PhotoStore.BlockKey block(TestPhoto photo, int index) {
        return new PhotoStore.BlockKey(CALL, photo.id(), Rendition.WORKING, index);
    }

    private interface Work<T> {
        T run() throws RefusedException;
    }

    private static <T> T run(Work<T> work) {
        try {
            return work.run();
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
    }

    private static Code refusal(Work<?> work) {
        try {
            work.run();
        } catch (RefusedException e) {
            return e.code();
        }
        throw new AssertionError("not refused");
    }

    // ------------------------------------------------------------------ who is told

    @Override
    public void entryChanged(Photo photo) {}

    @Override
    public void published(Photo photo) {}

    @Override
    public boolean isHere(PersonId person) {
        return here;
    }

    @Override
    public void tell(PersonId person, ServerFrame frame) {
        told.add(frame);
    }
}
