package io.pinhole.protocol.link;

/** What both ends of a TCP connection agree on outside the frames. */
public final class Transport {

    /** The protocol's name in the TLS handshake. */
    public static final String ALPN = "pinhole/1";

    /** Above this many bytes in the channel nothing more is written: what waits there cannot be overtaken. */
    public static final int HIGH_WATER_BYTES = 8 * 1024;

    public static final int LOW_WATER_BYTES = 4 * 1024;

    private Transport() {}
}
