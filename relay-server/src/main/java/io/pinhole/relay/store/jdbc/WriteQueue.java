package io.pinhole.relay.store.jdbc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Writes that wait for the writer, bounded by count and bytes; taken in order, as many at once as one commit holds. */
final class WriteQueue {

    /**
     * @param tasks that may wait
     * @param bytes that may wait
     * @param batchTasks at most in one commit
     * @param batchBytes at most in one commit, unless one task alone has more: then it is committed alone, so that those
     *     before it need not wait for it, nor is it written twice because a neighbour fails
     */
    record Limits(int tasks, long bytes, int batchTasks, long batchBytes) {

        static final Limits STANDARD = new Limits(8_192, 64L << 20, 256, 4L << 20);
    }

    private final Limits limits;
    private final Queue<WriteTask<?>> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean closed;

    WriteQueue(Limits limits) {
        this.limits = limits;
    }

    enum Offer {
        TAKEN,
        FULL,
        CLOSED
    }

    synchronized Offer offer(WriteTask<?> task) {
        if (closed) {
            return Offer.CLOSED;
        }
        if (waiting.size() >= limits.tasks || waitingBytes + task.bytes() > limits.bytes) {
            return Offer.FULL;
        }
        waiting.add(task);
        waitingBytes += task.bytes();
        notifyAll();
        return Offer.TAKEN;
    }

    /** Waits for work. Empty once the queue is closed and drained. */
    synchronized List<WriteTask<?>> take() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        List<WriteTask<?>> batch = new ArrayList<>();
        long bytes = 0;
        while (!waiting.isEmpty() && fits(waiting.element(), batch.size(), bytes)) {
            WriteTask<?> task = waiting.remove();
            bytes += task.bytes();
            batch.add(task);
        }
        waitingBytes -= bytes;
        return batch;
    }

    private boolean fits(WriteTask<?> next, int tasks, long bytes) {
        return tasks == 0 || (tasks < limits.batchTasks && bytes + next.bytes() <= limits.batchBytes);
    }

    /** Takes nothing more; what waits may still be taken out. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
