package io.pinhole.protocol.link;

import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;

/**
 * What one connection learnt of its line, for the next one over the same line, so that it need not begin as on an
 * unknown one. Worth something for a minute.
 *
 * @param path from where to where
 * @param at by the monotonic clock of this side, in nanoseconds
 * @param rate of what this side sends, in bytes a millisecond; 0 if it is not known
 * @param inboundRate the same of what it receives
 */
public record LineMemory(Path path, long at, double rate, double roundTripMillis, double inboundRate) {

    private static final long GOOD_NANOS = 60_000_000_000L;

    /** The addresses of both ends; with another one it is another network. Empty where there are none. */
    public record Path(Optional<InetAddress> local, Optional<InetAddress> remote) {

        static Path of(Channel channel) {
            return new Path(host(channel.localAddress()), host(channel.remoteAddress()));
        }

        private static Optional<InetAddress> host(SocketAddress address) {
            return address instanceof InetSocketAddress internet
                    ? Optional.ofNullable(internet.getAddress())
                    : Optional.empty();
        }
    }

    boolean isGoodFor(Path other, long now) {
        return path.equals(other) && now - at <= GOOD_NANOS;
    }
}
