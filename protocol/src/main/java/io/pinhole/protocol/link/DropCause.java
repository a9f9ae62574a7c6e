package io.pinhole.protocol.link;

/** Why voice was not sent. */
public enum DropCause {
    /** It waited too long here. */
    AGE,
    /** Too much of it waited here. */
    COUNT,
    /** The line's own queue was so long that it would have come too late. */
    QUEUE
}
