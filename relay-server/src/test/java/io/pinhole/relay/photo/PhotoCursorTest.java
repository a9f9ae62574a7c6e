package io.pinhole.relay.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.jpeg.Landmarks;
import io.pinhole.protocol.link.FrameDecoder;
import io.pinhole.protocol.link.Link;
import io.pinhole.protocol.link.LinkHandler;
import io.pinhole.protocol.link.LinkMeter;
import io.pinhole.protocol.link.LinkOwner;
import io.pinhole.protocol.link.Usefulness;
import io.pinhole.protocol.link.Worth;
import io.pinhole.relay.fixture.ManualExecutor;
import io.pinhole.relay.store.PhotoStore.BlockKey;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A viewer's place in bytes that grow, move to the store, and cannot always be read. */
class PhotoCursorTest implements LinkOwner {

    private static final int BLOCK = PhotoBytes.BLOCK;

    private final RenditionKey key = new RenditionKey(new CallId("c"), PhotoId.random(), Rendition.WORKING);
    private final ManualStore store = new ManualStore(new ManualExecutor());
    private final BlockCache cache = new BlockCache(store, 1 << 20);
    private final byte[] file = new byte[2 * BLOCK + 1000];
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private Link link;

    @BeforeEach
    void connect() {
        new Random(1).nextBytes(file);
        channel.pipeline().addLast(new FrameDecoder(Sender.CLIENT, FrameReader.MAX_FRAME_BYTES, LinkMeter.NONE));
        channel.pipeline().addLast(new LinkHandler(Sender.CLIENT, LinkMeter.NONE, created -> {
            link = created;
            return this;
        }));
    }

    @AfterEach
    void disconnect() {
        channel.finishAndReleaseAll();
    }

    @Test
    void whatIsWrittenIsReadUpToWhereItIsPublished() {
        PhotoBytes bytes = new PhotoBytes(key, cache, file.length, 0);
        PhotoCursor cursor = cursor(bytes, 0);
        write(bytes, 0, BLOCK + 500);
        bytes.publish(BLOCK + 300);

        assertThat(read(cursor)).isEqualTo(Arrays.copyOf(file, BLOCK + 300));
        write(bytes, BLOCK + 500, file.length);
        bytes.publish(file.length);
        assertThat(read(cursor)).isEqualTo(Arrays.copyOfRange(file, BLOCK + 300, file.length));
        assertThat(cursor.isExhausted()).isTrue();
    }

    @Test
    void aSettledBlockIsReadFromTheCache() {
        PhotoBytes bytes = new PhotoBytes(key, cache, file.length, 0);
        PhotoCursor cursor = cursor(bytes, 100);
        write(bytes, 0, 2 * BLOCK);
        bytes.publish(2 * BLOCK);
        bytes.settled(0);
        bytes.settled(1);

        assertThat(read(cursor)).isEqualTo(Arrays.copyOfRange(file, 100, 2 * BLOCK));
    }

    @Test
    void aStoredTailThatIsWrittenOnGrowsUnderTheCursor() {
        store.has(block(0), Arrays.copyOf(file, 700));
        PhotoBytes bytes = new PhotoBytes(key, cache, file.length, 700);
        PhotoCursor cursor = cursor(bytes, 0);
        assertThat(read(cursor)).isEqualTo(Arrays.copyOf(file, 700));

        bytes.restore(0, Arrays.copyOf(file, 700));
        write(bytes, 700, BLOCK);
        bytes.publish(BLOCK);

        assertThat(read(cursor)).isEqualTo(Arrays.copyOfRange(file, 700, BLOCK));
    }

    @Test
    void aBlockThatCouldNotBeReadIsAskedForAgain() {
        PhotoBytes bytes = new PhotoBytes(key, cache, file.length, BLOCK);
        PhotoCursor cursor = cursor(bytes, 0);
        assertThat(cursor.pull(100)).isNull();
        assertThat(cursor.isExhausted()).isFalse();

        store.has(block(0), Arrays.copyOf(file, BLOCK));

        assertThat(read(cursor)).isEqualTo(Arrays.copyOf(file, BLOCK));
    }

    @Test
    void aShutCursorGivesNothingMore() {
        PhotoBytes bytes = new PhotoBytes(key, cache, file.length, 0);
        PhotoCursor cursor = cursor(bytes, 0);
        write(bytes, 0, 1000);
        bytes.publish(1000);
        cursor.shut();
        assertThat(cursor.pull(100)).isNull();
        assertThat(cursor.isExhausted()).isTrue();
    }

    @Test
    void whatIsReadyIsToldWithoutMovingOn() {
        PhotoBytes bytes = new PhotoBytes(key, cache, file.length, 0);
        PhotoCursor cursor = cursor(bytes, 0);
        assertThat(cursor.available()).isZero();
        write(bytes, 0, BLOCK + 500);
        bytes.publish(BLOCK + 300);
        assertThat(cursor.available()).isEqualTo(BLOCK);
        assertThat(read(cursor)).hasSize(BLOCK + 300);
        assertThat(cursor.available()).isZero();
    }

    @Test
    void askingWhatIsReadyMakesAStoredBlockCome() {
        store.has(block(0), Arrays.copyOf(file, BLOCK));
        PhotoBytes bytes = new PhotoBytes(key, cache, file.length, BLOCK);
        PhotoCursor cursor = cursor(bytes, 0);
        assertThat(cursor.available()).isEqualTo(BLOCK);
        assertThat(store.reads()).isOne();
    }

    @Test
    void theWorthFollowsTheStageAndTheGazeAndNoPieceCrossesAStage() {
        PhotoBytes bytes = new PhotoBytes(key, cache, file.length, 0);
        write(bytes, 0, file.length);
        bytes.publish(file.length);
        bytes.landmarks(new Landmarks(700, 1700, true));
        Gaze gaze = new Gaze(Optional.empty());
        PhotoCursor cursor = new PhotoCursor(
                1, new PhotoCursor.Passage(4, Rendition.WORKING, bytes, () -> gaze.isOn(key.photo())), 0, link);

        assertThat(cursor.usefulness()).isEqualTo(new Usefulness(Worth.OUTLINE, 0));
        gaze.turn(Optional.of(key.photo()));
        assertThat(cursor.usefulness()).isEqualTo(new Usefulness(Worth.VIEWED_OUTLINE, 0));
        assertThat(pulled(cursor)).isEqualTo(512);
        assertThat(pulled(cursor)).isEqualTo(188);
        assertThat(cursor.usefulness()).isEqualTo(new Usefulness(Worth.VIEWED_DETAIL, 0));
        assertThat(pulled(cursor)).isEqualTo(512);
        assertThat(pulled(cursor)).isEqualTo(488);
        gaze.turn(Optional.of(PhotoId.random()));
        assertThat(cursor.usefulness()).isEqualTo(new Usefulness(Worth.POLISH, 0));
    }

    @Test
    void theNewestPreviewGoesFirst() {
        PhotoBytes bytes = new PhotoBytes(key, cache, 1000, 0);
        PhotoCursor older =
                new PhotoCursor(1, new PhotoCursor.Passage(4, Rendition.PREVIEW, bytes, () -> false), 0, link);
        PhotoCursor newer =
                new PhotoCursor(2, new PhotoCursor.Passage(5, Rendition.PREVIEW, bytes, () -> false), 0, link);
        assertThat(newer.usefulness()).isLessThan(older.usefulness());
    }

    private static int pulled(PhotoCursor cursor) {
        ByteBuf piece = cursor.pull(512);
        int bytes = piece.readableBytes();
        piece.release();
        return bytes;
    }

    private PhotoCursor cursor(PhotoBytes bytes, long offset) {
        return new PhotoCursor(1, new PhotoCursor.Passage(1, Rendition.WORKING, bytes, () -> false), offset, link);
    }

    private void write(PhotoBytes bytes, int from, int to) {
        for (int at = from; at < to; ) {
            int inBlock = at % BLOCK;
            int length = Math.min(to - at, BLOCK - inBlock);
            System.arraycopy(file, at, bytes.writable(at), inBlock, length);
            at += length;
        }
    }

    private static byte[] read(PhotoCursor cursor) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        for (ByteBuf piece = cursor.pull(512); piece != null; piece = cursor.pull(512)) {
            assertThat(piece.readableBytes()).isBetween(1, 512);
            byte[] copy = new byte[piece.readableBytes()];
            piece.readBytes(copy);
            piece.release();
            read.writeBytes(copy);
        }
        return read.toByteArray();
    }

    private BlockKey block(int index) {
        return key.block(index);
    }

    @Override
    public void received(Frame frame) {}

    @Override
    public void stalled(boolean stalled) {}

    @Override
    public void closed(Refusal reason) {}
}
