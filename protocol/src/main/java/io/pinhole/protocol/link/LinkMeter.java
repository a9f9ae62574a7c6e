package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.TrafficClass;

/** Told what a link carries. Called on the link's thread; must not block. */
public interface LinkMeter {

    /** Measures nothing. */
    LinkMeter NONE = new LinkMeter() {
        @Override
        public void sent(TrafficClass trafficClass, int bytes) {}

        @Override
        public void received(TrafficClass trafficClass, int bytes) {}

        @Override
        public void voiceSent(long ageNanos) {}

        @Override
        public void voiceDropped(long frames) {}

        @Override
        public void deltasLapsed() {}

        @Override
        public void estimated(LineEstimate line) {}
    };

    /** A frame was written, of so many bytes with its header. */
    void sent(TrafficClass trafficClass, int bytes);

    /** A frame was read, of so many bytes with its header. */
    void received(TrafficClass trafficClass, int bytes);

    /** A voice bundle was written, so long after this side first had it. */
    void voiceSent(long ageNanos);

    /** So many voice frames were dropped because they were too old or too many. */
    void voiceDropped(long frames);

    /** Too much waited: the deltas of a photo gave way to a snapshot. */
    void deltasLapsed();

    /** The line as it is now: about once a second, while anything moves. */
    void estimated(LineEstimate line);
}
