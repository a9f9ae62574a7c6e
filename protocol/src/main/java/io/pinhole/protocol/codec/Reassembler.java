package io.pinhole.protocol.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Fragment;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.TrafficClass;
import io.pinhole.protocol.frame.WireException;
import org.jspecify.annotations.Nullable;

/** Puts the fragments of one sender together again: at most one unfinished frame of each class. */
public final class Reassembler {

    private final FrameType.Sender from;
    private final ByteBufAllocator allocator;
    private final @Nullable Unfinished[] unfinished = new @Nullable Unfinished[TrafficClass.values().length];

    private record Unfinished(ByteBuf bytes, int total) {}

    public Reassembler(FrameType.Sender from, ByteBufAllocator allocator) {
        this.from = from;
        this.allocator = allocator;
    }

    /** Takes the fragment (and releases it); the frame when this was its last part, else null. */
    public @Nullable Frame accept(Fragment fragment) throws WireException {
        try {
            Unfinished frame = fragment.first() ? begin(fragment) : unfinished[slot(fragment)];
            if (frame == null) {
                throw WireException.malformed("a fragment of " + fragment.trafficClass() + " without a first one");
            }
            int have = frame.bytes.readableBytes() + fragment.data().readableBytes();
            if (have > frame.total || fragment.last() != (have == frame.total)) {
                throw WireException.malformed("fragments of " + have + " bytes for a frame of " + frame.total);
            }
            frame.bytes.writeBytes(fragment.data());
            return fragment.last() ? finish(fragment, frame) : null;
        } finally {
            fragment.release();
        }
    }

    /** Whether a frame of this class is unfinished, so that no other of its class may come. */
    public boolean isUnfinished(TrafficClass trafficClass) {
        return unfinished[trafficClass.number()] != null;
    }

    public boolean isUnfinished() {
        for (Unfinished frame : unfinished) {
            if (frame != null) {
                return true;
            }
        }
        return false;
    }

    /** Gives all memory back; for the end of the connection. */
    public void release() {
        for (int i = 0; i < unfinished.length; i++) {
            Unfinished frame = unfinished[i];
            if (frame != null) {
                frame.bytes.release();
                unfinished[i] = null;
            }
        }
    }

    private Unfinished begin(Fragment fragment) throws WireException {
        if (unfinished[slot(fragment)] != null) {
            throw WireException.malformed("a frame of " + fragment.trafficClass() + " was never finished");
        }
        FrameType type =
                FrameType.of(fragment.data().getUnsignedByte(fragment.data().readerIndex()));
        if (type.trafficClass() != fragment.trafficClass() || !type.mayBeFragmented()) {
            throw WireException.malformed(type + " may not come in fragments of " + fragment.trafficClass());
        }
        if (fragment.total() - 1 > type.maxBody()) {
            throw new WireException(
                    Code.FRAME_TOO_LONG, type + " of " + (fragment.total() - 1) + " bytes, at most " + type.maxBody());
        }
        int bytes = fragment.data().readableBytes();
        if (bytes > fragment.total()) {
            throw WireException.malformed("fragments of " + bytes + " bytes for a frame of " + fragment.total());
        }
        // Memory follows what arrives, not what was announced.
        Unfinished frame = new Unfinished(allocator.buffer(bytes, fragment.total()), fragment.total());
        unfinished[slot(fragment)] = frame;
        return frame;
    }

    private Frame finish(Fragment fragment, Unfinished frame) throws WireException {
        unfinished[slot(fragment)] = null;
        try {
            return FrameType.read(frame.bytes, from);
        } finally {
            frame.bytes.release();
        }
    }

    private static int slot(Fragment fragment) {
        return fragment.trafficClass().number();
    }
}
