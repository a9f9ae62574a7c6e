package io.pinhole.relay.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.RenditionInfo;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.relay.fixture.Jpegs;
import io.pinhole.relay.fixture.ManualExecutor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {

    private static final int BLOCK = PhotoBytes.BLOCK;
    private static final byte[] FILE = Jpegs.progressive(600, 450);

    private final ManualStore store = new ManualStore(new ManualExecutor());
    private final PhotoBytes bytes = new PhotoBytes(
            new RenditionKey(new CallId("c"), PhotoId.random(), Rendition.WORKING),
            new BlockCache(store, 1 << 20),
            FILE.length,
            0);
    private final List<Ready> ready = new ArrayList<>();
    private final Upload upload = upload();

    private record Ready(int index, byte[] bytes, long upTo) {}

    private Upload upload() {
        RenditionInfo info = new RenditionInfo(Rendition.WORKING, FILE.length, Optional.of(Sha256.of(FILE)), 600, 450);
        return new Upload(info, bytes, JpegLimits.DEFAULT, new Upload.Blocks() {
            @Override
            public void ready(int index, byte[] block, long upTo) {
                ready.add(new Ready(index, block, upTo));
            }

            @Override
            public CompletableFuture<Void> idle() {
                return CompletableFuture.completedFuture(null);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500, 4096, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK + 7})
    void wholeBlocksAreHandedOnWhateverTheSizeOfTheChunks(int chunk) throws Exception {
        accept(upload, 0, FILE.length, chunk);

        assertThat(ready).extracting(Ready::index).containsExactly(0, 1, 2);
        for (Ready block : ready) {
            int from = block.index() * BLOCK;
            assertThat(block.bytes()).isEqualTo(Arrays.copyOfRange(FILE, from, (int) block.upTo()));
        }
        assertThat(ready.get(2).upTo()).isEqualTo(FILE.length);
        assertThat(bytes.readable()).isEqualTo(FILE.length);
        assertThat(upload.hasUnsaved()).isFalse();
    }

    @Test
    void aBlockThatIsNotFullCanBeSavedAndIsSavedAgainWhenItIs() throws Exception {
        accept(upload, 0, 1000, 500);
        upload.save();
        upload.save();
        accept(upload, 1000, BLOCK, 500);

        assertThat(ready).extracting(Ready::upTo).containsExactly(1000L, (long) BLOCK);
        assertThat(ready.get(1).bytes()).isEqualTo(Arrays.copyOf(FILE, BLOCK));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, BLOCK, BLOCK + 1, 2 * BLOCK})
    void afterARestartItGoesOnBehindWhatIsStored(int stored) throws Exception {
        Upload again = upload();
        for (int from = 0; from < stored; from += BLOCK) {
            again.replay(from / BLOCK, Arrays.copyOfRange(FILE, from, Math.min(stored, from + BLOCK)));
        }
        assertThat(again.position()).isEqualTo(stored);
        assertThat(again.hasUnsaved()).isFalse();

        accept(again, stored, FILE.length, 700);

        assertThat(ready.get(ready.size() - 1).upTo()).isEqualTo(FILE.length);
        Ready first = ready.get(0);
        assertThat(first.bytes()).isEqualTo(Arrays.copyOfRange(FILE, first.index() * BLOCK, (int) first.upTo()));
    }

    @Test
    void nothingIsReadableBeforeTheMarkerParserPassedIt() throws Exception {
        accept(upload, 0, 3, 3); // in the middle of the first segment
        assertThat(bytes.readable()).isLessThan(3);
        assertThat(upload.position()).isEqualTo(3);
    }

    @Test
    void moreThanOfferedIsRefused() throws Exception {
        accept(upload, 0, FILE.length - 1, 4096);
        assertThat(refusal(new byte[] {(byte) 0xd9, 0})).isEqualTo(Code.PHOTO_TOO_LARGE);
    }

    @Test
    void anotherHashIsRefusedAtTheEnd() throws Exception {
        byte[] other = FILE.clone();
        other[FILE.length - 10] ^= 1;
        for (int from = 0; from < other.length - 20; from += 1) {
            upload.accept(Unpooled.wrappedBuffer(other, from, 1));
        }
        assertThat(refusal(Arrays.copyOfRange(other, other.length - 20, other.length)))
                .isEqualTo(Code.HASH_MISMATCH);
    }

    private Code refusal(byte[] next) {
        return assertThrows(RefusedException.class, () -> upload.accept(Unpooled.wrappedBuffer(next)))
                .code();
    }

    private static void accept(Upload upload, int from, int to, int chunk) throws RefusedException {
        for (int at = from; at < to; at += chunk) {
            upload.accept(Unpooled.wrappedBuffer(FILE, at, Math.min(chunk, to - at)));
        }
    }
}
