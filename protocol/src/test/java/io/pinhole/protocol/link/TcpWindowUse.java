package io.pinhole.protocol.link;

/** Whether a simulated TCP has had a use for its congestion window: what is not used does not grow. */
final class TcpWindowUse {

    private boolean wasFull;
    private int mostPackets;
    private long until;

    /**
     * What counts is the fullest moment until what was sent then has come.
     *
     * @param received up to where the stream has come
     * @param end of the stream as sent so far
     */
    void note(boolean isFull, int packets, long received, long end) {
        if (isFull || received >= until || packets > mostPackets) {
            wasFull = isFull;
            mostPackets = packets;
            until = end;
        }
    }

    /** In slow start half a window is use enough. */
    boolean mayGrow(CongestionWindow window) {
        return wasFull || (window.isStarting() && window.packets() < 2 * mostPackets);
    }
}
