package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;

/**
 * One frame of the wire, as a value. Frames that carry payload bytes ({@link Voice}, {@link Chunk}, {@link Fragment})
 * hold a counted buffer: who receives a frame borrows it until the method returns; who keeps it longer or hands it to
 * another thread retains it first.
 */
public sealed interface Frame permits ClientFrame, ServerFrame, LinkFrame {

    FrameType type();

    /** Writes the body: what follows the type byte. */
    void write(ByteBuf out);

    /** About how many bytes the body will have, so that its length is right at the first try; 0 if that is not known. */
    default int expectedBytes() {
        return 0;
    }

    /** The first byte of the frame after its length. */
    default int typeByte() {
        return type().code();
    }

    /** The same frame with a count of its own on its payload bytes, for who keeps it. */
    default Frame retained() {
        return this;
    }

    /** Gives the payload bytes back; frames without payload do nothing. */
    default void release() {}
}
