package io.pinhole.relay.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.RenditionInfo;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.protocol.jpeg.Landmarks;
import io.pinhole.relay.fixture.Jpegs;
import io.pinhole.relay.fixture.ManualExecutor;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Landmarks of what was stored in an earlier life of the relay. */
class SurveyTest {

    private static final int BLOCK = PhotoBytes.BLOCK;

    private final ManualExecutor owner = new ManualExecutor();
    private final ManualStore store = new ManualStore(owner);
    private final byte[] jpeg = Jpegs.progressive(600, 450);
    private final Landmarks whole = Landmarks.of(ByteBuffer.wrap(jpeg), JpegLimits.DEFAULT);
    private final Survey survey = new Survey(JpegLimits.DEFAULT, owner);

    @Test
    void aStoredFileIsReadOnceAndNoFurtherThanItTakes() {
        stored(jpeg.length);
        RenditionFile file = file(Rendition.WORKING, jpeg.length);
        assertThat(file.bytes().landmarks()).isEqualTo(Landmarks.unknown(jpeg.length));
        begin(file);
        begin(file);
        assertThat(file.bytes().landmarks()).isEqualTo(whole);
        assertThat(store.reads()).isEqualTo((int) (whole.polish() / BLOCK) + 1);
    }

    @Test
    void ofAFileThatIsThereInPartThatPartIsRead() {
        int there = (int) whole.detail() + 1000;
        stored(there);
        RenditionFile file = file(Rendition.WORKING, there);
        begin(file);
        assertThat(file.bytes().landmarks().detail()).isEqualTo(whole.detail());
        assertThat(file.bytes().landmarks().polish()).isEqualTo(jpeg.length);
    }

    @Test
    void whatCouldNotBeReadIsTriedAgainWithTheNextViewer() {
        RenditionFile file = file(Rendition.WORKING, jpeg.length);
        begin(file);
        assertThat(file.bytes().landmarks()).isEqualTo(Landmarks.unknown(jpeg.length));
        stored(jpeg.length);
        begin(file);
        assertThat(file.bytes().landmarks()).isEqualTo(whole);
    }

    @Test
    void ofAnOriginalNothingIsRead() {
        stored(jpeg.length);
        begin(file(Rendition.ORIGINAL, jpeg.length));
        assertThat(store.reads()).isZero();
    }

    private final RenditionKey key = new RenditionKey(new CallId("c"), PhotoId.random(), Rendition.WORKING);

    private void stored(int length) {
        for (int from = 0; from < length; from += BLOCK) {
            store.has(key.block(from / BLOCK), Arrays.copyOfRange(jpeg, from, Math.min(from + BLOCK, length)));
        }
    }

    private RenditionFile file(Rendition rendition, int stored) {
        RenditionInfo info = new RenditionInfo(rendition, jpeg.length, Optional.of(Sha256.of(jpeg)), 600, 450);
        return new RenditionFile(key, info, stored, stored == jpeg.length, new BlockCache(store, 1 << 20));
    }

    private void begin(RenditionFile file) {
        owner.on(() -> survey.begin(file));
    }
}
