package io.pinhole.relay.http;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.IdleStateHandler;
import io.pinhole.relay.net.Admission;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a request passes through. */
public final class HttpPipeline extends ChannelInitializer<SocketChannel> {

    private static final int MAX_LINE_BYTES = 4 * 1024;
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final int MAX_BODY_BYTES = 16 * 1024;
    private static final int IDLE_SECONDS = 60;

    private final Optional<Admission> admission;
    private final Optional<SslContext> tls;
    private final Optional<WebSocketDoor> door;
    private final Router router;

    private HttpPipeline(
            Optional<Admission> admission, Optional<SslContext> tls, Optional<WebSocketDoor> door, Routes routes) {
        this.admission = admission;
        this.tls = tls;
        this.door = door;
        this.router = new Router(routes);
    }

    /** Pages alone, without TLS, for as many as come. */
    public static HttpPipeline plain(Routes routes) {
        return new HttpPipeline(Optional.empty(), Optional.empty(), Optional.empty(), routes);
    }

    /** Pages, and calls by WebSocket. */
    public static HttpPipeline front(
            Admission admission, Optional<SslContext> tls, Optional<WebSocketDoor> door, Routes routes) {
        return new HttpPipeline(Optional.of(admission), tls, door, routes);
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        channel.config().setAutoRead(false); // Conversation reads
        ChannelPipeline pipeline = channel.pipeline();
        admission.ifPresent(limit -> pipeline.addLast(new Turnstile(limit)));
        pipeline.addLast(new IdleStateHandler(true, 0, 0, IDLE_SECONDS, TimeUnit.SECONDS));
        tls.ifPresent(context -> pipeline.addLast(context.newHandler(channel.alloc())));
        pipeline.addLast(new HttpServerCodec(
                new HttpDecoderConfig().setMaxInitialLineLength(MAX_LINE_BYTES).setMaxHeaderSize(MAX_HEADER_BYTES)));
        pipeline.addLast(new HttpObjectAggregator(MAX_BODY_BYTES));
        pipeline.addLast(new FlowControlHandler());
        pipeline.addLast(new Conversation(router, door));
    }

    /** Takes out what is of no use to a connection that is a client's from now on. */
    static void clear(ChannelPipeline pipeline) {
        pipeline.remove(Turnstile.class);
        pipeline.remove(IdleStateHandler.class); // a link has its heartbeat
        pipeline.remove(FlowControlHandler.class);
        pipeline.remove(Conversation.class);
    }
}
