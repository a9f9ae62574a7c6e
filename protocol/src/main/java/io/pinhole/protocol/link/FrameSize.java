package io.pinhole.protocol.link;

import com.google.protobuf.MessageLite;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Stroke;
import java.util.List;

/** About how many bytes a waiting frame holds, before compression, and what a record costs besides. */
final class FrameSize {

    /** What a record costs on the wire besides its frames: TLS 1.3 (22), TCP with timestamps (32), IPv4 (20). */
    static final int RECORD_OVERHEAD = 74;

    /** Numbers and header. */
    private static final int FIXED = 32;

    private FrameSize() {}

    static int of(Frame frame) {
        if (frame instanceof Deltas deltas) {
            return FIXED + sum(deltas.deltas());
        }
        if (frame instanceof Operations operations) {
            return FIXED + sum(operations.operations());
        }
        if (frame instanceof OperationResults results) {
            return FIXED + sum(results.results());
        }
        return frame instanceof Stroke stroke ? FIXED + stroke.ink().getSerializedSize() : FIXED;
    }

    static int of(MessageLite message) {
        return message.getSerializedSize() + 3;
    }

    private static int sum(List<? extends MessageLite> messages) {
        return messages.stream().mapToInt(FrameSize::of).sum();
    }
}
