package io.pinhole.protocol.link;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Fragment;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.PhotoId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One scenario for each part of the link that fails when the part is taken out; what it comes to then stands beside. */
final class WhatEachPartIsForTest {

    /** {@link BulkWindow}: without it half of the voice is 0.44 s later, and nearly all is late. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void window_keeps_a_line_of_plenty_free_for_voice(long seed) {
        CallReport report = SimulatedCall.on(Lines.both(LineShape.of(10_000, 20, 1000)))
                .talking()
                .photo(5_000_000)
                .at(10, SECONDS)
                .run(seed);
        assertThat(report.up().loaded().p50())
                .as("%s", report)
                .isLessThan(report.up().quiet().p50() + 60);
        assertThat(report.up().lateLoaded()).as("%s", report).isLessThan(0.05);
    }

    /** {@link QueueModel}: with as much photo in each record as fits, half of the voice is a second later. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void queue_model_keeps_a_poor_line_free_for_voice(long seed) {
        CallReport report = poor(seed);
        assertThat(report.up().loaded().p99())
                .as("%s", report)
                .isLessThan(report.up().quiet().p50() + 160);
    }

    /** {@link Tempo}: with each frame in a record of its own the photo takes more than three times as long. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void packing_leaves_the_photo_something_of_a_poor_line(long seed) {
        CallReport report = poor(seed);
        assertThat(report.up().photos().get(0).ratio()).as("%s", report).isLessThan(1.3);
    }

    /** {@link VoiceQueue#dropStale}: without it a second of voice from the outage is said after it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void stale_drop_lets_nothing_old_out_after_an_outage(long seed) {
        CallReport report = SimulatedCall.on(Lines.L1.both(shape -> shape.out(20, 25)))
                .talking()
                .lasting(40, SECONDS)
                .run(seed);
        Delays outage = report.up().voiceBetween(22, 32);
        assertThat(outage.shareOver(1000)).as("%s", report).isEqualTo(outage.shareOver(Double.MAX_VALUE));
    }

    /** {@link FragmentCutter}: without it a list of 16 KB stands before voice for two seconds. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void fragments_let_voice_through_a_long_list(long seed) {
        AtomicInteger lists = new AtomicInteger();
        TwoEnds ends = new TwoEnds(Lines.L1, seed, frame -> {
            if (frame instanceof Have || (frame instanceof Fragment piece && piece.last())) {
                lists.incrementAndGet();
            }
        });
        ends.runUntil(10);
        ends.client.send(new Have(LongStream.range(0, 800)
                .mapToObj(id -> new HavePhoto(new PhotoId(id, id), 0, 0, List.of()))
                .toList()));
        ends.runUntil(30);
        ends.stop();
        assertThat(lists).as("-Dpinhole.seed=%d", seed).hasValue(1);
        assertThat(ends.voiceUp(10, 25).p99())
                .as("-Dpinhole.seed=%d", seed)
                .isLessThan(ends.voiceUp(5, 10).p50() + 200);
    }

    /** {@link PacketPairs}: without them nobody finds out that the line has become eight times as fast. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void pairs_find_a_better_line(long seed) {
        CallReport report = SimulatedCall.on(
                        Lines.both(LineShape.of(64, 100, 2000).changing(15, 512)))
                .talking()
                .photo(295_000)
                .at(10, SECONDS)
                .run(seed);
        assertThat(report.up().photos().get(0).ratio()).as("%s", report).isLessThan(1.5);
    }

    private static CallReport poor(long seed) {
        return SimulatedCall.on(Lines.L1)
                .talking()
                .photo(120_000)
                .at(10, SECONDS)
                .run(seed);
    }
}
