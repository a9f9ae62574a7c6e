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
        public void voiceSent(int frames, long ageNanos) {}

        @Override
        public void voiceDropped(DropCause cause, long frames) {}

        @Override
        public void waited(TrafficClass trafficClass, long nanos) {}

        @Override
        public void stalled() {}

        @Override
        public void movesAgain(long nanos) {}

        @Override
        public void deltasLapsed() {}

        @Override
        public void estimated(LineEstimate line) {}
    };

    /** A frame was written, of so many bytes with its header. */
    void sent(TrafficClass trafficClass, int bytes);

    /** A frame was read, of so many bytes with its header. */
    void received(TrafficClass trafficClass, int bytes);

    /** A voice bundle of so many frames was written, so long after this side first had the first of them. */
    void voiceSent(int frames, long ageNanos);

    void voiceDropped(DropCause cause, long frames);

    /** Control or deltas waited, for so long from the first until nothing of that class did. */
    void waited(TrafficClass trafficClass, long nanos);

    /** The line does not move: what is not control is kept back. */
    void stalled();

    /** The line moves again, so long after it stalled. */
    void movesAgain(long nanos);

    /** Too much waited: the deltas of a photo gave way to a snapshot. */
    void deltasLapsed();

    /** The line as it is now: about once a second, while anything moves. */
    void estimated(LineEstimate line);
}
