package io.pinhole.client;

/** A moment in the log of a photo's widgets. */
public record Pin(long epoch, long revision) {}
