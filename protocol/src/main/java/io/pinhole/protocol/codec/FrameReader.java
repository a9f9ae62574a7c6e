package io.pinhole.protocol.codec;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.WireException;
import org.jspecify.annotations.Nullable;

/** Cuts one sender's stream of bytes into frames; bounds each before it is read. */
public final class FrameReader {

    /** The longest frame of an authenticated peer; what is larger comes in fragments. */
    public static final int MAX_FRAME_BYTES = 17 * 1024;

    private final FrameType.Sender from;
    private int maxFrameBytes;

    /** @param maxFrameBytes less than {@link #MAX_FRAME_BYTES} for a peer that has not yet said who it is */
    public FrameReader(FrameType.Sender from, int maxFrameBytes) {
        this.from = from;
        this.maxFrameBytes = maxFrameBytes;
    }

    /** Changes the bound from the next frame on. */
    public void allow(int bytes) {
        maxFrameBytes = bytes;
    }

    /** Whether the bytes are frames with nothing after the last one; a length that cannot be is left to {@link #next}. */
    public static boolean areWhole(ByteBuf bytes) {
        ByteBuf rest = bytes.slice();
        while (rest.isReadable()) {
            int length = Lengths.peek(rest);
            if (length == 0 || length == Lengths.TOO_LONG || length == Lengths.PADDED) {
                return true;
            }
            if (length == Lengths.INCOMPLETE || rest.readableBytes() < Lengths.bytes(length) + length) {
                return false;
            }
            rest.skipBytes(Lengths.bytes(length) + length);
        }
        return true;
    }

    /**
     * The next frame, or null when more bytes are needed. Its payload is a retained slice of the input.
     *
     * @throws WireException if the peer broke the protocol; the stream cannot be read any further
     */
    public @Nullable Frame next(ByteBuf in) throws WireException {
        int length = Lengths.peek(in);
        if (length == Lengths.INCOMPLETE) {
            return null;
        }
        if (length == Lengths.PADDED) {
            throw WireException.malformed("a padded frame length");
        }
        if (length == 0) {
            throw WireException.malformed("a frame of no bytes");
        }
        if (length == Lengths.TOO_LONG || length > maxFrameBytes) {
            throw new WireException(
                    maxFrameBytes < MAX_FRAME_BYTES ? Code.TOO_MUCH_BEFORE_AUTHENTICATION : Code.FRAME_TOO_LONG,
                    "a frame of " + (length < 0 ? "2 MiB and more" : length + " bytes") + ", at most " + maxFrameBytes);
        }
        int lengthBytes = Lengths.bytes(length);
        if (in.readableBytes() < lengthBytes + length) {
            return null;
        }
        in.skipBytes(lengthBytes);
        return FrameType.read(in.readSlice(length), from);
    }
}
