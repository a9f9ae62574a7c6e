package io.pinhole.client;

import io.netty.channel.EventLoopGroup;
import io.netty.util.NetUtil;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Rendition;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

/**
 * Where a client goes, and as whom.
 *
 * @param token joins, and joins again when the resume secret is not accepted any more
 * @param resume kept from an earlier run of the application; tried first
 * @param autoOpen renditions to open of every photo of somebody else; previews of new photos come without asking
 * @param autoFollow whether to follow every photo as soon as it is in the list, for an application that shows widgets there
 * @param group loops to share with other clients, on NIO; one thread of the client's own if empty
 * @param outbox of this call, where it goes on after the application has died
 */
public record ClientConfig(
        String host,
        int port,
        Transport transport,
        Optional<Credential.Token> token,
        Optional<Credential.Resume> resume,
        Trust trust,
        String clientName,
        String clientVersion,
        Set<Rendition> autoOpen,
        boolean autoFollow,
        Optional<EventLoopGroup> group,
        Outbox outbox) {

    /**
     * @throws IllegalArgumentException if it has neither a token nor a resume secret, a port that cannot be, or would
     *     send them unencrypted to another machine
     */
    public ClientConfig {
        if (token.isEmpty() && resume.isEmpty()) {
            throw new IllegalArgumentException("a client needs a token or a resume secret");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
        }
        if (transport instanceof Transport.WebSocket webSocket && !webSocket.tls() && !isLoopback(host)) {
            throw new IllegalArgumentException("ws:// is for this machine only; use wss:// to " + host);
        }
        autoOpen = Set.copyOf(autoOpen);
    }

    /** By name or number; nothing is looked up. */
    private static boolean isLoopback(String host) {
        InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host);
        return literal == null ? host.equals("localhost") : literal.isLoopbackAddress();
    }

    /** Trusts what the system trusts, unless told otherwise. */
    public static Builder to(String host, int port) {
        return new Builder(host, port);
    }

    /** Gathers a configuration. */
    public static final class Builder {

        private final String host;
        private final int port;
        private Optional<Credential.Token> token = Optional.empty();
        private Optional<Credential.Resume> resume = Optional.empty();
        private Transport transport = Transport.tcp();
        private Trust trust = Trust.system();
        private String clientName = "pinhole-java";
        private String clientVersion = "0.1";
        private Set<Rendition> autoOpen = Set.of();
        private boolean autoFollow;
        private Optional<EventLoopGroup> group = Optional.empty();
        private Outbox outbox = new MemoryOutbox();

        private Builder(String host, int port) {
            this.host = host;
            this.port = port;
        }

        /** TCP with TLS, unless told otherwise. */
        public Builder transport(Transport by) {
            transport = by;
            return this;
        }

        public Builder token(String jwt) {
            token = Optional.of(new Credential.Token(jwt));
            return this;
        }

        public Builder resume(Credential.Resume secret) {
            resume = Optional.of(secret);
            return this;
        }

        public Builder trust(Trust of) {
            trust = of;
            return this;
        }

        /** The application's name and version, for whoever operates the relay. */
        public Builder client(String name, String version) {
            clientName = name;
            clientVersion = version;
            return this;
        }

        public Builder autoOpen(Rendition... renditions) {
            autoOpen = Set.of(renditions);
            return this;
        }

        /** Follows every photo of the list, one's own too. */
        public Builder autoFollow() {
            autoFollow = true;
            return this;
        }

        public Builder group(EventLoopGroup nioLoops) {
            group = Optional.of(nioLoops);
            return this;
        }

        /** Of this call; else nothing outlives the application. */
        public Builder outbox(Outbox of) {
            outbox = of;
            return this;
        }

        public ClientConfig build() {
            return new ClientConfig(
                    host,
                    port,
                    transport,
                    token,
                    resume,
                    trust,
                    clientName,
                    clientVersion,
                    autoOpen,
                    autoFollow,
                    group,
                    outbox);
        }
    }
}
