package io.pinhole.protocol.link;

/** Told along the pipeline when the last frame is on its way: what still comes is read and let go. */
enum Ending {
    NOW
}
