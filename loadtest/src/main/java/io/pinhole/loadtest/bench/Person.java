package io.pinhole.loadtest.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.link.FrameDecoder;
import io.pinhole.protocol.link.Link;
import io.pinhole.protocol.link.LinkHandler;
import io.pinhole.protocol.link.LinkMeter;
import io.pinhole.protocol.link.LinkOwner;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One connection, on a link such as any client has, that speaks numbered frames and keeps account of what it hears. Owned
 * by its channel's loop.
 */
final class Person extends ChannelInboundHandlerAdapter implements LinkOwner {

    private final int number;
    private final String token;
    private final Ledger ledger;
    private final Stopwatch stopwatch;
    private final CompletableFuture<Person> joined = new CompletableFuture<>();
    private @Nullable Link link;

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

    /** Behind TLS. */
    void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(
                this,
                new FrameDecoder(Sender.RELAY, FrameReader.MAX_FRAME_BYTES, LinkMeter.NONE),
                new LinkHandler(Sender.RELAY, LinkMeter.NONE, begun -> {
                    link = begun;
                    return this;
                }));
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent tls && tls.isSuccess()) {
            link().send(new Hello(Hello.VERSION, Set.of(), new Credential.Token(token), "pinhole-bench", "1"));
        }
        ctx.fireUserEventTriggered(event);
    }

    /** Says the next frame now, though it may have been due a little earlier. */
    void speak(int frame, long due) {
        long now = System.nanoTime();
        stopwatch.said(now - due);
        ByteBuf opus = ByteBufAllocator.DEFAULT.buffer(VoiceLoad.FRAME_BYTES);
        new NumberedFrame(number, frame, due).write(opus);
        int tick = (frame * VoiceLoad.FRAME.ticks()) & 0xffff;
        link().voice(new Voice(frame == 0, 8, VoiceLoad.FRAME, 0, 1, tick, opus), now);
    }

    @Override
    public void received(Frame frame) {
        if (frame instanceof Voice voice) {
            for (ByteBuf heard : voice.frames()) {
                NumberedFrame numbered = NumberedFrame.read(heard);
                ledger.heard(numbered);
                stopwatch.heard(System.nanoTime() - numbered.due());
            }
        } else if (frame instanceof Welcome) {
            joined.complete(this);
        }
    }

    @Override
    public void stalled(boolean stalled) {}

    @Override
    public void closed(Refusal reason) {
        joined.completeExceptionally(new IOException("person " + number + ": " + reason));
    }

    private Link link() {
        Link begun = link;
        assert begun != null && begun.loop().inEventLoop() : "not on the channel's loop";
        return begun;
    }
}
