package io.pinhole.loadtest.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.codec.FrameWriter;
import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.Stamp;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.frame.WireException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One connection that speaks numbered frames and keeps account of what it hears. Owned by its channel's loop. */
final class Person extends ByteToMessageDecoder {

    private final int number;
    private final String token;
    private final Ledger ledger;
    private final Stopwatch stopwatch;
    private final FrameReader reader = new FrameReader(FrameType.Sender.RELAY, FrameReader.MAX_FRAME_BYTES);
    private final CompletableFuture<Person> joined = new CompletableFuture<>();
    private @Nullable ChannelHandlerContext context;

    /** @param token with which it joins its call */
    Person(int number, String token, Stopwatch stopwatch) {
        this.number = number;
        this.token = token;
        this.ledger = new Ledger(number ^ 1); // two by two
        this.stopwatch = stopwatch;
    }

    int number() {
        return number;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Done when it is in its call, or failed when it will not be. */
    CompletableFuture<Person> joined() {
        return joined;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent tls && tls.isSuccess()) {
            ByteBuf out = ctx.alloc().buffer();
            FrameWriter.write(
                    new Hello(Hello.VERSION, Set.of(), new Credential.Token(token), "pinhole-bench", "1"), out);
            ctx.writeAndFlush(out, ctx.voidPromise());
        }
        ctx.fireUserEventTriggered(event);
    }

    /** Says the next frame now, though it may have been due a little earlier. */
    void speak(int frame, long due) {
        ChannelHandlerContext ctx = context;
        assert ctx != null && ctx.executor().inEventLoop() : "not on the channel's loop";
        long now = System.nanoTime();
        stopwatch.said(now - due);
        ByteBuf opus = ctx.alloc().buffer(VoiceLoad.FRAME_BYTES);
        new NumberedFrame(number, frame, due).write(opus);
        ByteBuf out = ctx.alloc().buffer(2 * VoiceLoad.FRAME_BYTES);
        FrameWriter.write(new Stamp((int) ((now / Stamp.UNIT_NANOS) & 0xffff), Stamp.COUNTED), out);
        int tick = (frame * VoiceLoad.FRAME.ticks()) & 0xffff;
        Voice voice = new Voice(frame == 0, 8, VoiceLoad.FRAME, 0, 1, tick, opus);
        FrameWriter.write(voice, out);
        voice.release();
        ctx.writeAndFlush(out, ctx.voidPromise());
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws WireException {
        for (Frame frame = reader.next(in); frame != null; frame = reader.next(in)) {
            try {
                received(frame);
            } finally {
                frame.release();
            }
        }
    }

    private void received(Frame frame) {
        if (frame instanceof Voice voice) {
            NumberedFrame heard = NumberedFrame.read(voice.payload().slice());
            ledger.heard(heard);
            stopwatch.heard(System.nanoTime() - heard.due());
        } else if (frame instanceof Welcome) {
            joined.complete(this);
        } else if (frame instanceof Close close) {
            joined.completeExceptionally(new IOException("person " + number + ": " + close.reason()));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        joined.completeExceptionally(new IOException("person " + number + " lost the connection"));
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        joined.completeExceptionally(cause);
        ctx.close();
    }
}
