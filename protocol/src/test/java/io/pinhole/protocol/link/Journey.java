package io.pinhole.protocol.link;

import static io.pinhole.protocol.link.SimulatedTime.MILLIS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/** When things set out and when they came, one by one. */
final class Journey {

    private static final long NEVER = Long.MAX_VALUE;

    private final List<Long> begun = new ArrayList<>();
    private final List<Long> ended = new ArrayList<>();
    private int arrived;

    /** @return its number */
    int begin(long now) {
        begun.add(now);
        ended.add(NEVER);
        return begun.size() - 1;
    }

    void end(int number, long now) {
        if (ended.get(number) != NEVER) {
            throw new AssertionError("number " + number + " came twice");
        }
        ended.set(number, now);
        arrived++;
    }

    int count() {
        return begun.size();
    }

    int arrived() {
        return arrived;
    }

    /** Of those that began when the predicate says so; infinite for those that never came. */
    Delays delays(LongPredicate when) {
        return new Delays(IntStream.range(0, begun.size())
                .filter(i -> when.test(begun.get(i)))
                .mapToDouble(i -> ended.get(i) == NEVER
                        ? Double.POSITIVE_INFINITY
                        : (double) (ended.get(i) - begun.get(i)) / MILLIS)
                .toArray());
    }
}
