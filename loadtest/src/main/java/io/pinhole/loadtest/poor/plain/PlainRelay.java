package io.pinhole.loadtest.poor.plain;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelMatchers;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.pinhole.relay.auth.ServerCertificate;
import io.pinhole.relay.config.DataFolder;
import io.pinhole.relay.config.TlsConfig;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Passes every message on to everybody else as it comes, after all that came before: {@code HOST FOLDER}. */
public final class PlainRelay {

    private PlainRelay() {}

    public static void main(String[] arguments) throws SSLException, InterruptedException {
        run(arguments[0], Path.of(arguments[1]), System.out);
    }

    private static void run(String host, Path folder, PrintStream out) throws SSLException, InterruptedException {
        ServerCertificate certificate = ServerCertificate.load(
                new TlsConfig(Optional.empty(), Optional.empty()), new DataFolder(folder), Instant.now());
        SslContext tls = SslContextBuilder.forServer(certificate.privateKey(), certificate.chain())
                .protocols("TLSv1.3")
                .build();
        ChannelGroup people = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        var door = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new Wiring(tls, () -> new PassOn(people)))
                .bind(host, 0)
                .sync()
                .channel();
        out.println("listens " + ((InetSocketAddress) door.localAddress()).getPort() + " " + certificate.fingerprint());
        out.flush();
        door.closeFuture().sync();
    }

    private static final class PassOn extends SimpleChannelInboundHandler<ByteBuf> {

        private final ChannelGroup people;

        PassOn(ChannelGroup people) {
            this.people = people;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            people.add(context.channel());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
            people.writeAndFlush(message.retain(), ChannelMatchers.isNot(context.channel()));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
