package io.pinhole.protocol.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** There is a place between any two, and places stay short. */
class ZIndexTest {

    @ParameterizedTest
    @CsvSource({"V, X, W", "V, W, VV", "Vz, W, VzV", "V, V1, V0V", "V, V01, V00V", ",1, 0V", "z, , zV", ", , V"})
    void between(String below, String above, String middle) {
        assertThat(ZIndex.between(below, above)).isEqualTo(middle);
    }

    @Test
    void nothingIsBetweenEquals() {
        assertThatThrownBy(() -> ZIndex.between("V", "V")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ZIndex.between("W", "V")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tenThousandOnTopOfEachOtherStayShort() {
        String top = ZIndex.FIRST;
        String bottom = ZIndex.FIRST;
        for (int i = 0; i < 10_000; i++) {
            String higher = ZIndex.after(top);
            String lower = ZIndex.before(bottom);
            assertThat(higher).isGreaterThan(top).matches(ZIndex::isValid);
            assertThat(lower).isLessThan(bottom).matches(ZIndex::isValid);
            top = higher;
            bottom = lower;
        }
        assertThat(top.length()).isLessThanOrEqualTo(3);
        assertThat(bottom.length()).isLessThanOrEqualTo(3);
    }

    @Test
    void thereIsRoomBeyondTheLastStep() {
        assertThat(ZIndex.after("zzz")).isGreaterThan("zzz").matches(ZIndex::isValid);
        assertThat(ZIndex.before("001")).isLessThan("001").matches(ZIndex::isValid);
        assertThat(ZIndex.after("zzzzz")).isGreaterThan("zzzzz").matches(ZIndex::isValid);
        assertThat(ZIndex.before("00001")).isLessThan("00001").matches(ZIndex::isValid);
    }

    @Test
    void aHundredHalvingsFitIntoAPlace() {
        String below = "V";
        String above = "W";
        for (int i = 0; i < 100; i++) {
            String middle = ZIndex.between(below, above);
            assertThat(middle).matches(ZIndex::isValid);
            if (i % 2 == 0) {
                above = middle;
            } else {
                below = middle;
            }
        }
    }

    @Test
    void anyInsertionsKeepTheirOrder() {
        long seed = Long.getLong("pinhole.model.seed", System.nanoTime());
        System.out.println("ZIndexTest: -Dpinhole.model.seed=" + seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<String> places = new ArrayList<>(List.of(ZIndex.FIRST));
        for (int i = 0; i < 2_000; i++) {
            int at = random.nextInt(places.size() + 1);
            places.add(
                    at,
                    ZIndex.between(at == 0 ? null : places.get(at - 1), at == places.size() ? null : places.get(at)));
        }
        assertThat(places).isSorted().doesNotHaveDuplicates().allMatch(ZIndex::isValid);
    }

    @Test
    void spreadRisesFromEndToEnd() {
        List<String> places = ZIndex.spread(2_000);
        assertThat(places).hasSize(2_000).isSorted().doesNotHaveDuplicates().allMatch(ZIndex::isValid);
        assertThat(places).allMatch(place -> place.length() <= 3);
        assertThat(ZIndex.spread(0)).isEmpty();
    }
}
