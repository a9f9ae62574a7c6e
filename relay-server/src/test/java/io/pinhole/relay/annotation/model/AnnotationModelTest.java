package io.pinhole.relay.annotation.model;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * The client library and the relay together, and the bytes between them: what happens to several people who draw, as a
 * seed says. {@code -Dpinhole.histories=N} tries more of them.
 */
final class AnnotationModelTest {

    private static final int HISTORIES = Integer.getInteger("pinhole.histories", 1_500);
    private static final long SEED = Long.getLong("pinhole.seed", System.nanoTime());
    private static final int FIND_WITHIN = 2_000;

    private static final Logger LOG = (Logger) LoggerFactory.getLogger("io.pinhole.relay.annotation");

    @BeforeAll
    static void silence() {
        LOG.setLevel(Level.OFF); // stores fail all the time here
    }

    @AfterAll
    static void speak() {
        LOG.setLevel(null);
    }

    @Test
    void everyReplicaIsTheFoldOfTheLogAndUndoTakesNobodysWork() {
        for (int i = 0; i < HISTORIES; i++) {
            play(SEED + i, Plant.NONE);
        }
    }

    private static void play(long seed, Plant plant) {
        try {
            new History(seed, plant, new Census()).run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("-Dpinhole.histories=1 -Dpinhole.seed=" + seed, e);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aPlantedFaultIsFound(Plant plant) {
        for (int i = 0; i < FIND_WITHIN; i++) {
            try {
                new History(SEED + i, plant, new Census()).run();
            } catch (AssertionError | RuntimeException found) {
                System.out.println(plant + " found in history " + (i + 1) + ": " + found.getMessage());
                return;
            }
        }
        throw new AssertionError(plant + " was not found in " + FIND_WITHIN + " histories from seed " + SEED);
    }
}
