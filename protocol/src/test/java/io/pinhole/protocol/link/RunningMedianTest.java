package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RunningMedianTest {

    private static double median(int memory, double... values) {
        RunningMedian running = new RunningMedian(memory);
        DoubleStream.of(values).forEach(running::add);
        return running.median();
    }

    @Test
    void one_value_is_its_own_median() {
        assertThat(median(5, 7)).isEqualTo(7);
    }

    @Test
    void the_order_does_not_matter() {
        assertThat(median(5, 9, 1, 4)).isEqualTo(4);
    }

    @Test
    void of_two_in_the_middle_it_is_the_upper_one() {
        assertThat(median(5, 4, 1, 9, 6)).isEqualTo(6);
    }

    @Test
    void only_the_last_ones_count() {
        assertThat(median(3, 100, 100, 100, 1, 2, 3)).isEqualTo(2);
    }
}
