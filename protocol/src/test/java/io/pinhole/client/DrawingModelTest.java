package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Several people draw on one photo over connections that break; {@code -Dpinhole.histories=N} tries more of them. */
class DrawingModelTest {

    private static final int HISTORIES = Integer.getInteger("pinhole.histories", 300);
    private static final long SEED = Long.getLong("pinhole.seed", new Random().nextLong());

    @Test
    void replicasAgreeAndUndoTakesNobodysWork() {
        for (int i = 0; i < HISTORIES; i++) {
            long seed = SEED + i;
            DrawingModel model = new DrawingModel(new Random(seed));
            try {
                model.live(120);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with -Dpinhole.histories=1 -Dpinhole.seed=" + seed, e);
            }
        }
    }

    @Test
    void historiesAreLively() {
        int undone = 0;
        int revisions = 0;
        for (int i = 0; i < 50; i++) {
            DrawingModel model = new DrawingModel(new Random(i));
            model.live(120);
            undone += model.undone();
            revisions += model.revisions();
        }
        assertThat(undone).isGreaterThan(100);
        assertThat(revisions).isGreaterThan(1000);
    }
}
