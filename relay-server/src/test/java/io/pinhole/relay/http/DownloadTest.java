package io.pinhole.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in blocks, to a socket that takes as much as a test lets it, in virtual time. */
class DownloadTest {

    private static final int BLOCK = 64 * 1024;
    private static final int BLOCKS = 20;
    private static final int LENGTH = BLOCKS * BLOCK - 1;

    private final List<CompletableFuture<byte[]>> asked = new ArrayList<>();
    private final Socket socket = new Socket();
    private long length = LENGTH;

    @BeforeEach
    void connect() {
        Page page = any -> CompletableFuture.completedFuture(
                Answer.of(HttpResponseStatus.OK, "image/jpeg", new Body.Blocks(length, this::read)));
        socket.config().setAutoRead(false);
        socket.freezeTime();
        socket.pipeline()
                .addLast(new IdleStateHandler(true, 0, 0, 60, TimeUnit.SECONDS))
                .addLast(new FlowControlHandler())
                .addLast(new Conversation(new Router(Routes.NONE.with("/", page)), Optional.empty()));
        socket.pipeline().fireChannelActive();
    }

    @AfterEach
    void hangUp() {
        socket.finishAndReleaseAll();
    }

    @Test
    void aReaderThatTakesEverythingGetsEveryBlockOnceAndTheNextAnswer() {
        socket.room = Integer.MAX_VALUE;
        get(2);
        for (int i = 0; i < 2 * BLOCKS; i++) {
            assertThat(asked).hasSize(i + 1);
            give(i);
        }
        assertThat(socket.heads).isEqualTo(2);
        assertThat(socket.ends).isEqualTo(2);
        assertThat(socket.bytes).isEqualTo(2L * LENGTH);
        assertThat(socket.isActive()).isTrue();
    }

    @Test
    void aSlowReaderHasTwoBlocksInMemoryAtMost() {
        socket.room = 1; // the head
        get(1);
        for (int i = 0; i < BLOCKS; i++) {
            give(i);
            assertThat(asked.size() - socket.blocks).isLessThanOrEqualTo(2);
            assertThat(asked).as("nothing is read ahead of a block that waits").hasSize(i + 1);
            socket.take(1);
        }
        socket.take(1);
        assertThat(socket.bytes).isEqualTo(LENGTH);
        assertThat(socket.ends).isEqualTo(1);
    }

    @Test
    void whoIsGoneHasNothingMoreRead() {
        socket.room = Integer.MAX_VALUE;
        get(1);
        give(0);
        assertThat(asked).hasSize(2);
        socket.close();
        give(1);
        assertThat(asked).hasSize(2);
    }

    @Test
    void whoIsGoneWhileABlockWaitsHasNothingMoreRead() {
        socket.room = 1;
        get(1);
        give(0);
        socket.close();
        socket.runPendingTasks();
        assertThat(asked).hasSize(1);
    }

    @Test
    void aStoreThatFailsEndsTheConnectionShortOfTheLength() {
        socket.room = Integer.MAX_VALUE;
        get(2);
        give(0);
        asked.get(1).completeExceptionally(new IllegalStateException("the disk is gone"));
        socket.runPendingTasks();
        assertThat(socket.isActive()).isFalse();
        assertThat(socket.ends).isZero();
        assertThat(socket.heads).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, LENGTH + 1})
    void aStoreThatHasLessOrMoreThanItSaidEndsTheConnection(int size) {
        socket.room = Integer.MAX_VALUE;
        get(1);
        asked.get(0).complete(new byte[size]);
        socket.runPendingTasks();
        assertThat(socket.isActive()).isFalse();
        assertThat(socket.blocks).isZero();
    }

    @Test
    void nothingIsABodyToo() {
        length = 0;
        socket.room = Integer.MAX_VALUE;
        get(2);
        assertThat(asked).isEmpty();
        assertThat(socket.ends).isEqualTo(2);
    }

    @Test
    void headReadsNoBlock() {
        socket.room = Integer.MAX_VALUE;
        socket.writeInbound(
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.HEAD, "/", Unpooled.EMPTY_BUFFER));
        assertThat(asked).isEmpty();
        assertThat(socket.contentLength).isEqualTo(LENGTH);
        assertThat(socket.bytes).isZero();
        assertThat(socket.ends).isEqualTo(1);
    }

    @Test
    void aReaderThatTakesABlockInTwoMinutesIsGivenItAndOneThatTakesNothingIsNot() {
        socket.room = 1;
        get(1);
        give(0);
        for (int minute = 0; minute < 10; minute++) {
            socket.takeBytes(1_000);
            pass(60);
            assertThat(socket.isActive()).as("minute " + minute).isTrue();
        }
        pass(60);
        pass(60);
        assertThat(socket.isActive()).isFalse();
    }

    private void pass(int seconds) {
        socket.advanceTimeBy(seconds, TimeUnit.SECONDS);
        socket.runPendingTasks();
    }

    private void get(int times) {
        for (int i = 0; i < times; i++) {
            socket.writeInbound(
                    new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/", Unpooled.EMPTY_BUFFER));
        }
    }

    private CompletableFuture<byte[]> read(int index) {
        assertThat(index).isEqualTo(asked.size() % BLOCKS);
        asked.add(new CompletableFuture<>());
        return asked.get(asked.size() - 1);
    }

    private void give(int index) {
        asked.get(index).complete(new byte[index % BLOCKS == BLOCKS - 1 ? BLOCK - 1 : BLOCK]);
        socket.runPendingTasks();
    }

    /** Has room for so many messages, and counts what it takes. */
    private static final class Socket extends EmbeddedChannel {

        private int room;
        private int heads;
        private int blocks;
        private int ends;
        private long bytes;
        private long contentLength;

        void take(int messages) {
            room += messages;
            flush();
            runPendingTasks();
        }

        /** Of the block that waits. */
        void takeBytes(int count) {
            unsafe().outboundBuffer().progress(count);
        }

        @Override
        protected void doWrite(ChannelOutboundBuffer out) {
            for (Object message = out.current(); message != null && room > 0; message = out.current()) {
                room--;
                count(message);
                out.remove();
            }
        }

        private void count(Object message) {
            if (message instanceof HttpResponse head) {
                heads++;
                contentLength = head.headers().getInt("content-length");
            } else if (message instanceof LastHttpContent) {
                ends++;
            } else {
                ByteBuf content = ((ByteBufHolder) message).content();
                blocks++;
                bytes += content.readableBytes();
            }
        }
    }
}
