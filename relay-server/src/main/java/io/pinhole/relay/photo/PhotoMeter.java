package io.pinhole.relay.photo;

import io.pinhole.protocol.frame.Rendition;

/** Told how long viewers wait. Any thread. */
public interface PhotoMeter {

    /** Measures nothing. */
    PhotoMeter NONE = new PhotoMeter() {
        @Override
        public void firstScanSent(Rendition rendition, long nanos) {}

        @Override
        public void allSent(Rendition rendition, long nanos) {}
    };

    /** The first scan of a rendition was sent to a viewer, so long after that one asked for it. */
    void firstScanSent(Rendition rendition, long nanos);

    /** All of a rendition was sent to a viewer, so long after that one asked for it. */
    void allSent(Rendition rendition, long nanos);
}
