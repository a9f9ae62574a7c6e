package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Chunk;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A receiver whose application takes no photo bytes: the window closes, and only photos stand still. */
final class SlowApplicationTest {

    @ParameterizedTest(name = "{0} kbit/s, seed {1}")
    @CsvSource({"64, 1", "64, 2", "2000, 1", "20000, 1"})
    void the_window_closes_and_voice_goes_on(int kilobits, long seed) {
        AtomicInteger photoBytes = new AtomicInteger();
        TwoEnds ends = new TwoEnds(
                Lines.both(LineShape.of(kilobits, 50, 1000)),
                seed,
                frame -> photoBytes.addAndGet(((Chunk) frame).data().readableBytes()));
        ends.relay.holdsPhotos();
        ends.runUntil(10);
        ends.client.add(new SimulatedPhoto(1, 5_000_000, 0));
        ends.runUntil(90);
        ends.stop();
        BulkWindow window = ends.client.pacing().window();
        String seen = "-Dpinhole.seed=" + seed + ": " + window.inFlight() + " of " + window.bytes() + " bytes";
        assertThat(window.inFlight()).as(seen).isEqualTo(photoBytes.get()).isPositive();
        assertThat(window.inFlight()).as(seen).isLessThanOrEqualTo(BulkWindow.MOST_BYTES);
        assertThat(window.room()).as(seen).isZero();
        assertThat(ends.voiceUp(60, 89).quantile(1))
                .as(seen)
                .isLessThan(ends.voiceUp(5, 10).p50() + 100);
    }
}
