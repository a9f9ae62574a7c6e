package io.pinhole.relay.photo;

import io.pinhole.protocol.frame.Rendition;

/**
 * How long one viewer waits for a rendition that it gets from the start: arriving at the relay included. Owned by the
 * viewer's link thread; time is that of the monotonic clock.
 */
final class ViewerWait {

    private final PhotoMeter meter;
    private final Rendition rendition;
    private final PhotoBytes bytes;
    private final long since;
    private boolean hasFirstScan;

    /** @param since when the viewer asked for it, in nanoseconds */
    ViewerWait(PhotoMeter meter, Rendition rendition, PhotoBytes bytes, long since) {
        this.meter = meter;
        this.rendition = rendition;
        this.bytes = bytes;
        this.since = since;
    }

    /** All before this position was sent. */
    void sent(long upTo) {
        if (!hasFirstScan && bytes.firstScan() > 0 && upTo >= bytes.firstScan()) {
            hasFirstScan = true;
            meter.firstScanSent(rendition, System.nanoTime() - since);
        }
        if (upTo == bytes.size()) {
            meter.allSent(rendition, System.nanoTime() - since);
        }
    }
}
