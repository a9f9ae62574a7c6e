package io.pinhole.relay.capture.picture;

/**
 * A photo with its widgets drawn in, upright, without metadata.
 *
 * @param jpeg the file, progressive
 */
@SuppressWarnings("ArrayRecordComponent") // whole files are handed on, never compared
public record Flattened(byte[] jpeg, int width, int height) {}
