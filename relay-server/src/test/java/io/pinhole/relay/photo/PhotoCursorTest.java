package io.pinhole.relay.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.link.Link;
import io.pinhole.protocol.link.LinkHandler;
import io.pinhole.protocol.link.LinkMeter;
import io.pinhole.protocol.link.LinkOwner;
import io.pinhole.relay.store.PhotoStore.BlockKey;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
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
        PhotoCursor cursor = new PhotoCursor(1, Rendition.WORKING, bytes, 0, link);
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
        PhotoCursor cursor = new PhotoCursor(1, Rendition.WORKING, bytes, 100, link);
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
        PhotoCursor cursor = new PhotoCursor(1, Rendition.WORKING, bytes, 0, link);
        assertThat(read(cursor)).isEqualTo(Arrays.copyOf(file, 700));

        bytes.restore(0, Arrays.copyOf(file, 700));
        write(bytes, 700, BLOCK);
        bytes.publish(BLOCK);

        assertThat(read(cursor)).isEqualTo(Arrays.copyOfRange(file, 700, BLOCK));
    }

    @Test
    void aBlockThatCouldNotBeReadIsAskedForAgain() {
        PhotoBytes bytes = new PhotoBytes(key, cache, file.length, BLOCK);
        PhotoCursor cursor = new PhotoCursor(1, Rendition.WORKING, bytes, 0, link);
        assertThat(cursor.pull(100)).isNull();
        assertThat(cursor.isExhausted()).isFalse();

        store.has(block(0), Arrays.copyOf(file, BLOCK));

        assertThat(read(cursor)).isEqualTo(Arrays.copyOf(file, BLOCK));
    }

    @Test
    void aShutCursorGivesNothingMore() {
        PhotoBytes bytes = new PhotoBytes(key, cache, file.length, 0);
        PhotoCursor cursor = new PhotoCursor(1, Rendition.WORKING, bytes, 0, link);
        write(bytes, 0, 1000);
        bytes.publish(1000);
        cursor.shut();
        assertThat(cursor.pull(100)).isNull();
        assertThat(cursor.isExhausted()).isTrue();
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
