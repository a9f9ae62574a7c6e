package io.pinhole.relay.capture;

/** Counts what is saved, and what becomes of it. Any thread. */
public interface CaptureMeter {

    void saved();

    /** A picture is ready; it took so long to draw and to store. */
    void drawn(long nanos);

    /** There will be no picture of one. */
    void failed();
}
