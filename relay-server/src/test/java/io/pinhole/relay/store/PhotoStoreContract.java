package io.pinhole.relay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.relay.store.PhotoStore.BlockKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine promises of {@link PhotoStore}. */
public abstract class PhotoStoreContract extends StoreContract {

    private static final int BLOCK = PhotoStore.BLOCK_BYTES;

    @BeforeEach
    void openTheCall() throws Exception {
        opened();
    }

    @Test
    void photosComeBackInTheOrderOfTheirNumbers() throws Exception {
        StoredPhoto second = photo(2, working(5));
        StoredPhoto first = photo(1, preview(), working(7));
        get(photos().add(CALL, second));
        get(photos().add(CALL, first));
        reopen();

        assertThat(opened().photos()).containsExactly(first, second);
    }

    @Test
    void aRenditionStartsWithNothingStoredWhateverItSays() throws Exception {
        StoredRendition claimed = new StoredRendition(Rendition.WORKING, 9, Optional.empty(), 1, 2, 9, true);
        get(photos().add(CALL, photo(1, claimed)));

        assertThat(onlyRendition())
                .isEqualTo(new StoredRendition(Rendition.WORKING, 9, Optional.empty(), 1, 2, 0, false));
    }

    @Test
    void updateReplacesWhatMayChangeAndKeepsOffsetAndEpoch() throws Exception {
        StoredPhoto photo = photo(1, working(3));
        get(photos().add(CALL, photo));
        get(photos().writeBlock(key(photo, 0), new byte[3]));

        StoredRendition done =
                new StoredRendition(Rendition.WORKING, 3, Optional.of(hash("working")), 1600, 1200, 0, true);
        get(photos().update(
                        CALL,
                        new StoredPhoto(
                                photo.id(),
                                1,
                                photo.author(),
                                "Pump \u2192 leak",
                                NOW,
                                NOW.plusSeconds(9),
                                true,
                                PhotoState.STORED,
                                99,
                                List.of(done))));
        reopen();

        StoredPhoto found = opened().photos().get(0);
        assertThat(found.title()).isEqualTo("Pump \u2192 leak");
        assertThat(found.updated()).isEqualTo(NOW.plusSeconds(9));
        assertThat(found.published()).isTrue();
        assertThat(found.state()).isEqualTo(PhotoState.STORED);
        assertThat(found.epoch()).isEqualTo(3);
        assertThat(found.renditions().get(0).complete()).isTrue();
        assertThat(found.renditions().get(0).stored()).isEqualTo(3);
    }

    @Test
    void rewritingTheGrowingLastBlockMovesTheOffset() throws Exception {
        byte[] bytes = random(BLOCK + 1_000);
        StoredPhoto photo = photo(1, working(bytes.length));
        get(photos().add(CALL, photo));

        for (int end : new int[] {1, 700, BLOCK}) {
            get(photos().writeBlock(key(photo, 0), Arrays.copyOf(bytes, end)));
            assertThat(onlyRendition().stored()).isEqualTo(end);
        }
        for (int end : new int[] {BLOCK + 1, BLOCK + 1_000}) {
            get(photos().writeBlock(key(photo, 1), Arrays.copyOfRange(bytes, BLOCK, end)));
            assertThat(onlyRendition().stored()).isEqualTo(end);
        }
        reopen();

        assertThat(onlyRendition().stored()).isEqualTo(bytes.length);
        assertThat(get(photos().readBlock(key(photo, 0)))).isEqualTo(Arrays.copyOf(bytes, BLOCK));
        assertThat(get(photos().readBlock(key(photo, 1)))).isEqualTo(Arrays.copyOfRange(bytes, BLOCK, bytes.length));
    }

    @Test
    void aBlockThatLeavesAGapOrGoesBeyondTheSizeIsRefused() throws Exception {
        StoredPhoto photo = photo(1, working(BLOCK + 10));
        get(photos().add(CALL, photo));
        get(photos().writeBlock(key(photo, 0), new byte[BLOCK - 1]));

        refused(photos().writeBlock(key(photo, 1), new byte[1]), "does not follow");
        refused(photos().writeBlock(key(photo, -1), new byte[1]), "does not follow");
        refused(photos().writeBlock(key(photo, 0), new byte[BLOCK + 1]), "does not follow");
        get(photos().writeBlock(key(photo, 0), new byte[BLOCK]));
        refused(photos().writeBlock(key(photo, 1), new byte[11]), "does not follow");
        assertThat(onlyRendition().stored()).isEqualTo(BLOCK);
    }

    @Test
    void whatWasNeverStoredIsAnErrorAndNotEmpty() throws Exception {
        StoredPhoto photo = photo(1, working(10));
        refused(photos().readBlock(key(photo, 0)), "no block");
        refused(photos().writeBlock(key(photo, 0), new byte[1]), "no photo");
        refused(photos().update(CALL, photo), "no photo");
        get(photos().add(CALL, photo));
        refused(photos().readBlock(key(photo, 0)), "no block");
        refused(
                photos().writeBlock(new BlockKey(CALL, photo.id(), Rendition.ORIGINAL, 0), new byte[1]),
                "no rendition");
    }

    @Test
    void theSamePhotoOrNumberTwiceIsRefused() throws Exception {
        StoredPhoto photo = photo(1, working(10));
        get(photos().add(CALL, photo));

        refused(photos().add(CALL, photo), "");
        refused(photos().add(CALL, photo(1)), "");
        assertThat(opened().photos()).hasSize(1);
    }

    @Test
    void theBytesOfAnEndedCallCanStillBeRead() throws Exception {
        StoredPhoto photo = photo(1, working(4));
        get(photos().add(CALL, photo));
        get(photos().writeBlock(key(photo, 0), new byte[] {1, 2, 3, 4}));
        get(calls().end(CALL, NOW));

        assertThat(get(photos().readBlock(key(photo, 0)))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void manyUploadsShareCommitsAndLoseNothing() throws Exception {
        List<StoredPhoto> uploads = new ArrayList<>();
        List<CompletableFuture<Void>> writes = new ArrayList<>();
        for (int number = 1; number <= 40; number++) {
            StoredPhoto photo = photo(number, working(3L * 1_000));
            uploads.add(photo);
            writes.add(photos().add(CALL, photo));
            for (int end = 1_000; end <= 3_000; end += 1_000) {
                writes.add(photos().writeBlock(key(photo, 0), filled(end, number)));
            }
        }
        get(CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new)));

        for (StoredPhoto photo : uploads) {
            assertThat(get(photos().readBlock(key(photo, 0)))).isEqualTo(filled(3_000, photo.number()));
        }
        assertThat(opened().photos())
                .allMatch(photo -> photo.renditions().get(0).stored() == 3_000);
    }

    @Test
    void uploadsOfManyThreadsAtOnceEachKeepTheirOrder() throws Exception {
        List<CompletableFuture<Void>> uploads = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            StoredPhoto photo = photo(number, working(BLOCK));
            uploads.add(CompletableFuture.runAsync(() -> uploadInSteps(photo)));
        }
        get(CompletableFuture.allOf(uploads.toArray(CompletableFuture[]::new)));

        for (StoredPhoto photo : opened().photos()) {
            assertThat(photo.renditions().get(0).stored()).isEqualTo(BLOCK);
            assertThat(get(photos().readBlock(key(photo, 0)))).isEqualTo(filled(BLOCK, photo.number()));
        }
    }

    private void uploadInSteps(StoredPhoto photo) {
        CompletableFuture<Void> last = photos().add(CALL, photo);
        for (int end = BLOCK / 16; end <= BLOCK; end += BLOCK / 16) {
            last = photos().writeBlock(key(photo, 0), filled(end, photo.number()));
        }
        last.join();
    }

    private StoredRendition onlyRendition() throws Exception {
        return opened().photos().get(0).renditions().get(0);
    }

    private static BlockKey key(StoredPhoto photo, int index) {
        PhotoId id = photo.id();
        return new BlockKey(CALL, id, Rendition.WORKING, index);
    }

    private static StoredRendition preview() {
        return new StoredRendition(Rendition.PREVIEW, 2_000, Optional.empty(), 64, 48, 0, false);
    }

    private static void refused(CompletableFuture<?> future, String message) {
        assertThatThrownBy(() -> get(future))
                .hasCauseInstanceOf(StoreException.class)
                .hasMessageContaining(message);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
