package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.proto.OperationMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest operations that went one way over this connection. When they come back as deltas, committed, both ends know
 * what they say, and only their place in the order is news. Both ends keep the same ones, as both see them in the same
 * order.
 */
final class OwnOperations {

    /** Of those that came. */
    static final int RECEIVED = 128;

    /** Of those that went; a client leaves no more than 128 unanswered. */
    static final int SENT = 2 * RECEIVED;

    /** A larger one is not kept, but said again. */
    static final int MAX_BYTES = 512;

    private final Map<Long, OperationMessage> bySeq = new LinkedHashMap<>();
    private long writer;

    /** With their writer. */
    void received(Operations operations) {
        keep(operations, RECEIVED);
    }

    void sent(Operations operations) {
        keep(operations, SENT);
    }

    private void keep(Operations operations, int most) {
        if (operations.writer() != writer) {
            writer = operations.writer();
            bySeq.clear();
        }
        long seq = operations.firstSeq();
        for (OperationMessage operation : operations.operations()) {
            bySeq.remove(seq);
            if (operation.getSerializedSize() <= MAX_BYTES) {
                bySeq.put(seq, operation);
            }
            seq++;
        }
        while (bySeq.size() > most) {
            bySeq.remove(bySeq.keySet().iterator().next());
        }
    }

    /** Null if it is not one of the newest. */
    @Nullable OperationMessage of(long by, long seq) {
        return by == writer ? bySeq.get(seq) : null;
    }
}
