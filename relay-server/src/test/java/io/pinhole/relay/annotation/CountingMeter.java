package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.Code;
import java.util.Map;
import java.util.TreeMap;

/** Counts in words. Any thread. */
final class CountingMeter implements AnnotationMeter {

    private final Map<String, Integer> counts = new TreeMap<>();

    /** What was counted since this was asked last. */
    synchronized Map<String, Integer> taken() {
        Map<String, Integer> taken = Map.copyOf(counts);
        counts.clear();
        return taken;
    }

    private synchronized void count(String what, int times) {
        counts.merge(what, times, Integer::sum);
    }

    @Override
    public Runnable arrived() {
        count("arrived", 1);
        return () -> count("durable", 1);
    }

    @Override
    public void applied() {
        count("applied", 1);
    }

    @Override
    public void refused(Code code, int operations) {
        count("refused " + code, operations);
    }

    @Override
    public void repeated() {
        count("repeated", 1);
    }

    @Override
    public void epochChanged() {
        count("epoch", 1);
    }

    @Override
    public void snapshot(Cause cause) {
        count("snapshot " + cause, 1);
    }

    @Override
    public void cacheHit() {
        count("hit", 1);
    }

    @Override
    public void cacheMiss() {
        count("miss", 1);
    }

    @Override
    public void cacheEvicted() {
        count("evicted", 1);
    }
}
