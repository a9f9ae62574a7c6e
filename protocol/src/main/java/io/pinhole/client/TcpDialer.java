package io.pinhole.client;

import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.pinhole.protocol.link.LinkMeter;

/** Connects by TCP and TLS. */
final class TcpDialer implements Dialer {

    private final Sockets sockets;
    private final SslContext tls;
    private final LinkMeter meter;

    TcpDialer(Sockets sockets, SslContext tls, LinkMeter meter) {
        this.sockets = sockets;
        this.tls = tls;
        this.meter = meter;
    }

    @Override
    public Runnable dial(Attempt attempt) {
        return sockets.open(attempt, channel -> assemble(channel, attempt));
    }

    @Override
    public Runnable dialAgain(Attempt attempt) {
        return sockets.openAgain(attempt, channel -> assemble(channel, attempt));
    }

    private void assemble(SocketChannel channel, Attempt attempt) {
        channel.pipeline().addLast(sockets.tls(tls, channel), new TlsWatch(attempt, meter));
    }
}
