package io.pinhole.loadtest.poor.plain;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;
import io.netty.handler.ssl.SslContext;
import java.util.function.Supplier;

/** TLS, and messages with four bytes of length before each. */
final class Wiring extends ChannelInitializer<Channel> {

    private static final int LENGTH_BYTES = 4;

    private final SslContext tls;
    private final Supplier<ChannelHandler> last;

    Wiring(SslContext tls, Supplier<ChannelHandler> last) {
        this.tls = tls;
        this.last = last;
    }

    @Override
    protected void initChannel(Channel channel) {
        channel.pipeline()
                .addLast(tls.newHandler(channel.alloc()))
                .addLast(new LengthFieldBasedFrameDecoder(Message.MAX_BYTES, 0, LENGTH_BYTES, 0, LENGTH_BYTES))
                .addLast(new LengthFieldPrepender(LENGTH_BYTES))
                .addLast(last.get());
    }
}
