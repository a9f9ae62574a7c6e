package io.pinhole.relay.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection's requests and answers. A request is read when the answer before it has gone out, so what is pipelined is
 * answered in order, and a connection has one answer in memory. On the channel's loop.
 */
final class Conversation extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final Router router;
    private final Optional<WebSocketDoor> door;
    private boolean answering;
    private @Nullable Download download;

    Conversation(Router router, Optional<WebSocketDoor> door) {
        this.router = router;
        this.door = door;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        ctx.fireChannelActive();
        ctx.read();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        answering = true;
        Exchange exchange = Exchange.of(request);
        if (door.isEmpty() || !door.get().isFor(request)) {
            answer(ctx, exchange, router.answer(request));
            return;
        }
        Optional<Answer> refusal = door.get().refusal(request);
        if (refusal.isPresent()) {
            answer(ctx, exchange, CompletableFuture.completedFuture(refusal.get()));
        } else {
            door.get().upgrade(ctx.channel(), request);
        }
    }

    private void answer(ChannelHandlerContext ctx, Exchange exchange, CompletableFuture<Answer> later) {
        later.whenComplete((answer, never) -> ctx.executor().execute(() -> send(ctx, exchange, answer)));
    }

    private void send(ChannelHandlerContext ctx, Exchange exchange, Answer found) {
        Answer answer = Responses.unlessKnown(found, exchange);
        if (answer.body() instanceof Body.Text text) {
            ctx.writeAndFlush(Responses.whole(answer, text, exchange, ctx.alloc()))
                    .addListener(sent -> next(ctx, exchange, sent.isSuccess()));
        } else if (exchange.headOnly()) {
            ctx.write(Responses.head(answer, exchange));
            ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT)
                    .addListener(sent -> next(ctx, exchange, sent.isSuccess()));
        } else {
            ctx.write(Responses.head(answer, exchange));
            download = new Download(
                    ctx, (Body.Blocks) answer.body(), (ChannelFuture sent) -> next(ctx, exchange, sent.isSuccess()));
            download.start();
        }
    }

    private void next(ChannelHandlerContext ctx, Exchange exchange, boolean sent) {
        download = null;
        answering = false;
        if (sent && exchange.keepAlive()) {
            ctx.read();
        } else {
            ctx.close();
        }
    }

    /** A read may bring something else than a request, such as a part of TLS's handshake. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (!answering) {
            ctx.read();
        }
        ctx.fireChannelReadComplete();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (download != null) {
            download.resume();
        }
        ctx.fireChannelWritabilityChanged();
    }

    /** Nothing came, and nothing went out, for a while. Only the second such while tells whether a little went out. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof IdleStateEvent idle && !(answering && idle.isFirst())) {
            ctx.close();
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("an HTTP connection ended: {}", cause.toString());
        ctx.close();
    }
}
