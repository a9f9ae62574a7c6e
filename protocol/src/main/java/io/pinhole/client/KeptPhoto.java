package io.pinhole.client;

/**
 * One's own photo that is not wholly stored at the relay.
 *
 * @param publish whether everybody is to see it, or it still waits for {@link Share#publish}
 */
public record KeptPhoto(PreparedPhoto photo, boolean publish) {}
