package io.pinhole.relay.annotation;

import io.pinhole.protocol.widget.Limits;

/**
 * How much may be drawn, and how fast.
 *
 * @param photo what one photo may hold
 * @param operationsPerSecond of one connection
 * @param bytesPerSecond of one connection, after decompression
 */
public record AnnotationLimits(Limits photo, int operationsPerSecond, int bytesPerSecond) {}
