package io.pinhole.relay.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Where to listen: a host and a port, of which 0 takes a free one. */
public record Address(String host, int port) {

    private static final int MAX_PORT = 65_535;

    /** @throws IllegalArgumentException if the text is not host:port or [IPv6]:port */
    static Address parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("no port in " + text);
        }
        String host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (bracketed) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.isBlank() || bracketed != host.contains(":")) {
            throw new IllegalArgumentException("no host in " + text);
        }
        int port = Integer.parseInt(text.substring(colon + 1));
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("no such port: " + port);
        }
        return new Address(host, port);
    }

    public InetSocketAddress socketAddress() {
        return new InetSocketAddress(host, port);
    }

    /** Whether only this machine reaches it. */
    public boolean isLoopback() {
        InetAddress address = socketAddress().getAddress();
        return address != null && address.isLoopbackAddress();
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
