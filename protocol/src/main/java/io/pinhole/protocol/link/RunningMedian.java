package io.pinhole.protocol.link;

import java.util.ArrayDeque;
import java.util.Deque;

/** The median of the last few values; of an even number of them the upper one. Pure. */
final class RunningMedian {

    private final Deque<Double> values = new ArrayDeque<>();
    private final int memory;

    /** @param memory so many values count */
    RunningMedian(int memory) {
        this.memory = memory;
    }

    void add(double value) {
        values.add(value);
        if (values.size() > memory) {
            values.remove();
        }
    }

    /** How many values there are. */
    int size() {
        return values.size();
    }

    /** At least one value was added. */
    double median() {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
