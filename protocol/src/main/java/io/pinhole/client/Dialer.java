package io.pinhole.client;

import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import io.pinhole.protocol.link.Link;
import io.pinhole.protocol.link.LinkMeter;
import io.pinhole.protocol.link.LinkOwner;
import java.util.Optional;

/** Opens connections. */
interface Dialer {

    /** @throws IllegalArgumentException if this platform cannot do that */
    static Dialer of(ClientConfig config, EventLoop loop, LinkMeter meter) {
        Sockets sockets = new Sockets(config, loop);
        SslContext tls = Tls.context(config.trust(), config.transport());
        return config.transport() instanceof Transport.WebSocket webSocket
                ? new WebSocketDialer(
                        sockets,
                        webSocket.tls() ? Optional.of(tls) : Optional.empty(),
                        webSocket.at(config.host(), config.port()),
                        meter)
                : new TcpDialer(sockets, tls, meter);
    }

    /**
     * Begins to connect. Called on the client's loop, as are the answers.
     *
     * @return closes the connection, or what there is of it, without a word
     */
    Runnable dial(Attempt attempt);

    /** The same to the address that answered last, without asking for it by name: names, too, come over the line. */
    Runnable dialAgain(Attempt attempt);

    /** Told how one attempt fares: it is answered, linked and then open, or it failed. */
    interface Attempt {

        /** Somebody is there; handshakes follow. */
        void answered();

        /** The connection is there, and the relay is the right one. */
        LinkOwner linked(Link link);

        /** From now on frames may be sent. */
        void open();

        /** There is no connection. */
        void failed(Throwable cause);
    }
}
