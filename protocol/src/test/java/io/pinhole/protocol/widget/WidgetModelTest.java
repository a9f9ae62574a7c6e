package io.pinhole.protocol.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.RefusedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand histories of three people: whoever follows a photo in whatever way comes to the same widgets. The
 * seed is printed; {@code -Dpinhole.model.seed} repeats a run, {@code -Dpinhole.model.count} makes it longer.
 */
class WidgetModelTest {

    private static final long SEED = Long.getLong("pinhole.model.seed", System.nanoTime());
    private static final int COUNT = Integer.getInteger("pinhole.model.count", 100_000);

    private long accepted;
    private long refused;
    private long superseded;

    @Test
    void everyReplicaEqualsTheRelay() {
        System.out.println("WidgetModelTest: -Dpinhole.model.seed=" + SEED + " -Dpinhole.model.count=" + COUNT);
        SplittableRandom seeds = new SplittableRandom(SEED);
        for (int run = 0; run < COUNT; run++) {
            SplittableRandom random = seeds.split();
            try {
                check(HistoryLog.random(random, random.nextInt(5, 40)), random);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + SEED + ", history " + run, e);
            }
        }
        System.out.println(
                "WidgetModelTest: accepted " + accepted + ", refused " + refused + ", superseded " + superseded);
        assertThat(accepted).isGreaterThan(5L * COUNT);
        assertThat(refused).isGreaterThan(COUNT);
        assertThat(superseded).isGreaterThan(COUNT / 10);
    }

    @Test
    void aReplicaThatSwapsTwoOperationsIsFound() {
        SplittableRandom random = new SplittableRandom(SEED);
        int found = 0;
        for (int run = 0; run < 1_000; run++) {
            HistoryLog log = HistoryLog.random(random, 60);
            List<HistoryLog.Entry> swapped = new ArrayList<>(log.entries);
            int at = random.nextInt(Math.max(1, swapped.size() - 1));
            Collections.swap(swapped, at, Math.min(at + 1, swapped.size() - 1));
            found += equals(log.state, swapped) ? 0 : 1;
        }
        assertThat(found).as("of 1000 histories").isGreaterThan(100);
    }

    private void check(HistoryLog log, SplittableRandom random) {
        accepted += log.entries.size();
        refused += log.refused;

        expect(log, HistoryLog.fold(WidgetState.EMPTY, log.entries), "who was there from the start");

        int rejoin = random.nextInt(log.entries.size() + 1);
        WidgetState then = HistoryLog.fold(WidgetState.EMPTY, log.entries.subList(0, rejoin));
        WidgetState copy = snapshot(then);
        List<HistoryLog.Entry> rest = log.entries.subList(rejoin, log.entries.size());
        expect(log, HistoryLog.fold(copy, rest), "who came back at " + rejoin);
        expect(log, snapshot(log.state), "who came late");

        List<HistoryLog.Entry> merged = log.merged();
        superseded += log.entries.size() - merged.size();
        expect(log, HistoryLog.fold(WidgetState.EMPTY, merged), "who was slow");
    }

    private static void expect(HistoryLog log, WidgetState replica, String who) {
        if (!replica.equals(log.state) || !replica.inDrawingOrder().equals(log.state.inDrawingOrder())) {
            throw new AssertionError(who + " has " + replica + " instead of " + log.state + " after " + log.entries);
        }
    }

    private static boolean equals(WidgetState state, List<HistoryLog.Entry> entries) {
        try {
            return HistoryLog.fold(WidgetState.EMPTY, entries).equals(state);
        } catch (AssertionError refusedByReplica) {
            return false;
        }
    }

    private static WidgetState snapshot(WidgetState state) {
        try {
            return WidgetState.fromSnapshot(state.toSnapshot());
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
    }
}
