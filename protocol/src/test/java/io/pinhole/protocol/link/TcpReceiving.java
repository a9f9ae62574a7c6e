package io.pinhole.protocol.link;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The receiving half of a simulated TCP: puts segments in order. A repetition has the same bounds as the original. */
final class TcpReceiving {

    private final TreeMap<Long, byte[]> ahead = new TreeMap<>();
    private long next;

    boolean isNext(long start) {
        return start == next;
    }

    /** Up to where everything has come. */
    long next() {
        return next;
    }

    /** What can be read now: nothing if something is missing before it, and all that was kept back with the missing. */
    byte[] add(long start, byte[] data) {
        if (start < next) {
            return new byte[0];
        }
        ahead.put(start, data);
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        for (Map.Entry<Long, byte[]> first = ahead.firstEntry();
                first != null && first.getKey() == next;
                first = ahead.firstEntry()) {
            batch.writeBytes(first.getValue());
            next += first.getValue().length;
            ahead.remove(first.getKey());
        }
        return batch.toByteArray();
    }

    /** What came after a gap, as [from, to): selective acknowledgement, without its limit of a few. */
    List<long[]> beyond() {
        if (ahead.isEmpty()) {
            return List.of();
        }
        List<long[]> ranges = new ArrayList<>();
        ahead.forEach((start, data) -> {
            long[] last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && last[1] == start) {
                last[1] += data.length;
            } else {
                ranges.add(new long[] {start, start + data.length});
            }
        });
        return ranges;
    }
}
