package io.pinhole.relay.http;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a request passes through. */
public final class HttpPipeline extends ChannelInitializer<SocketChannel> {

    private static final int MAX_LINE_BYTES = 4 * 1024;
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final int MAX_BODY_BYTES = 16 * 1024;
    private static final int IDLE_SECONDS = 60;

    private final Optional<SslContext> tls;
    private final Optional<WebSocketDoor> door;
    private final Router router;

    private HttpPipeline(Optional<SslContext> tls, Optional<WebSocketDoor> door, Map<String, Supplier<Answer>> pages) {
        this.tls = tls;
        this.door = door;
        this.router = new Router(pages);
    }

    /** Pages alone, without TLS. */
    public static HttpPipeline plain(Map<String, Supplier<Answer>> pages) {
        return new HttpPipeline(Optional.empty(), Optional.empty(), pages);
    }

    /** Pages, and calls by WebSocket. */
    public static HttpPipeline front(
            Optional<SslContext> tls, WebSocketDoor door, Map<String, Supplier<Answer>> pages) {
        return new HttpPipeline(tls, Optional.of(door), pages);
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        tls.ifPresent(context -> pipeline.addLast(context.newHandler(channel.alloc())));
        pipeline.addLast(new ReadTimeoutHandler(IDLE_SECONDS));
        pipeline.addLast(new HttpServerCodec(
                new HttpDecoderConfig().setMaxInitialLineLength(MAX_LINE_BYTES).setMaxHeaderSize(MAX_HEADER_BYTES)));
        pipeline.addLast(new HttpObjectAggregator(MAX_BODY_BYTES));
        door.ifPresent(pipeline::addLast);
        pipeline.addLast(router);
    }
}
