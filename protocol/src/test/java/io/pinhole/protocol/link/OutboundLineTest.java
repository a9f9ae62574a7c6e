package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Stamp;
import io.pinhole.protocol.frame.TrafficClass;
import io.pinhole.protocol.frame.UploadFailed;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.proto.OperationResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an outbound side has to do with its line: feedback, pairs, voice that is late, and what the meter is told. */
final class OutboundLineTest {

    private static final long MILLIS = 1_000_000;
    private static final Reply REPLY = new Reply(1, Optional.empty());
    private static final Pointer POINTER = new Pointer(1, 2, 30, 40);
    private static final Stamp STAMP = new Stamp(0, Stamp.COUNTED);
    private static final UploadFailed LONG_CONTROL = new UploadFailed(1, new Refusal(68, "x".repeat(900), 0));
    private static final int TEN_BYTES_A_MILLISECOND = 625;

    private final CountingMeter meter = new CountingMeter();
    private final Outbound outbound = new Outbound(meter, () -> false);
    private final Inbound inbound = new Inbound();
    private int records;

    @Test
    void a_photo_stops_at_the_window_and_goes_on_after_feedback() {
        know(Feedback.MOST_RATE);
        outbound.add(new TestPhoto(1, 0));
        assertThat(photoBytesAt(100)).isEqualTo(4 * 1024);
        assertThat(outbound.pacing().window().inFlight()).isEqualTo(4 * 1024);

        assertThat(outbound.onFeedback(received(500), 100 * MILLIS)).isTrue();
        assertThat(photoBytesAt(100)).isEqualTo(500);
        assertThat(outbound.onFeedback(received(4 * 1024), 100 * MILLIS)).isTrue();
        assertThat(photoBytesAt(100)).isEqualTo(8 * 1024 - 500); // a window has come, and it doubles
    }

    @Test
    void feedback_for_what_was_never_sent_is_noticed() {
        outbound.add(new TestPhoto(1, 0).holding(100));
        due(0);
        assertThat(outbound.onFeedback(received(101), 0)).isFalse();
    }

    @Test
    void feedback_rides_along_with_what_goes_anyway_and_goes_first() {
        answered();
        inbound.onTaken(10, 0);
        assertThat(due(5)).isEmpty();
        outbound.add(REPLY);
        List<Frame> frames = due(5);
        assertThat(frames).hasSize(2).last().isEqualTo(REPLY);
        assertThat(frames.get(0))
                .isInstanceOf(Feedback.class)
                .extracting("received")
                .isEqualTo(10);
        assertThat(due(1000)).isEmpty();
    }

    @Test
    void feedback_goes_alone_when_it_is_due() {
        answered();
        inbound.onTaken(10, 0);
        assertThat(due(299)).isEmpty();
        assertThat(outbound.wakeAt()).isBetween(300 * MILLIS, 300 * MILLIS + MILLIS / 100);
        assertThat(due(301)).hasSize(1).hasOnlyElementsOfType(Feedback.class);
        assertThat(due(301)).isEmpty();
        assertThat(outbound.wakeAt()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_record_of_feedback_alone_is_not_waited_for() {
        answered();
        inbound.onTaken(10, 0);
        assertThat(due(301)).hasSize(1);
        assertThat(outbound.pacing().line().waitedForAnswer(9000)).isZero();
        outbound.add(REPLY);
        due(310);
        assertThat(outbound.pacing().line().waitedForAnswer(9000)).isEqualTo(8690);
    }

    @Test
    void a_piece_that_measures_the_line_goes_in_a_record_of_its_own_right_behind() {
        know(TEN_BYTES_A_MILLISECOND);
        outbound.add(new TestPhoto(1, 0));
        outbound.add(Peer.voice(1), 1000 * MILLIS, 1000 * MILLIS);
        List<Frame> first = due(1000);
        assertThat(first).hasSize(1).first().isInstanceOf(Voice.class);
        List<Frame> second = due(1000);
        assertThat(second).hasSize(1).first().isInstanceOf(Chunk.class);
        assertThat(due(1000)).isEmpty();
    }

    @Test
    void neither_chunks_nor_deltas_overtake_control_that_the_line_keeps_waiting() {
        know(TEN_BYTES_A_MILLISECOND);
        outbound.add(LONG_CONTROL);
        outbound.add(LONG_CONTROL);
        outbound.add(LONG_CONTROL);
        List<Frame> sent = new ArrayList<>();
        for (List<Frame> record = due(0); !record.isEmpty(); record = due(0)) {
            sent.addAll(record);
        }
        outbound.add(REPLY);
        outbound.add(POINTER);
        outbound.add(new TestPhoto(1, 0));
        for (int millis = 0; millis < 1500; millis += 5) {
            sent.addAll(due(millis));
        }
        List<TrafficClass> order = sent.stream()
                .map(frame -> frame.type().trafficClass())
                .distinct()
                .toList();
        assertThat(order).containsExactly(TrafficClass.CONTROL, TrafficClass.DELTA, TrafficClass.PHOTO);
        assertThat(sent.indexOf(REPLY)).isLessThan(sent.indexOf(POINTER));
    }

    @Test
    void voice_that_measures_the_line_goes_in_two_records() {
        know(TEN_BYTES_A_MILLISECOND);
        for (int tick = 2; tick <= 6; tick += 2) {
            outbound.add(Peer.voice(tick), 1000 * MILLIS, 1000 * MILLIS);
        }
        outbound.add(POINTER);
        assertThat(due(1000)).singleElement().extracting("tick", "count").containsExactly(2, 2);
        List<Frame> second = due(1000);
        assertThat(second).hasSize(2).last().isEqualTo(POINTER);
        assertThat(second.get(0)).extracting("tick", "count").containsExactly(6, 1);
    }

    @Test
    void stale_voice_is_dropped_and_told_to_the_meter() {
        outbound.add(Peer.voice(1), 0, 0);
        outbound.add(Peer.voice(2), 300 * MILLIS, 300 * MILLIS);
        List<Frame> frames = due(450);
        assertThat(frames).hasSize(1).first().extracting("tick").isEqualTo(2);
        assertThat(meter.voiceDropped).isOne();
        assertThat(meter.voiceAge).isEqualTo(150 * MILLIS);
    }

    @Test
    void voice_grows_stale_on_a_stalled_line_and_control_goes_on() {
        know(TEN_BYTES_A_MILLISECOND);
        outbound.add(REPLY);
        due(1000);
        outbound.add(Peer.voice(1), 2000 * MILLIS, 2000 * MILLIS);
        assertThat(due(2000)).isEmpty();
        outbound.add(REPLY);
        assertThat(due(2010)).containsExactly(REPLY);
        assertThat(due(2401)).isEmpty();
        assertThat(meter.voiceDropped).isOne();
        outbound.add(Peer.voice(2), 2500 * MILLIS, 2500 * MILLIS);
        outbound.onFeedback(new Feedback(records - 1, 0, 0, 0, Feedback.UNCHANGED), 2510 * MILLIS);
        assertThat(due(2510)).hasSize(1).first().extracting("tick").isEqualTo(2);
    }

    @Test
    void hopeless_voice_is_dropped_and_told_to_the_meter() {
        know(TEN_BYTES_A_MILLISECOND);
        outbound.add(REPLY);
        assertThat(due(740)).hasSize(1); // not answered
        outbound.pacing().line().onSent(1000, 5000, false);
        outbound.add(Peer.voice(1), 1000 * MILLIS, 1000 * MILLIS);
        assertThat(due(1000)).isEmpty();
        assertThat(meter.voiceDropped).isOne();
        assertThat(outbound.isEmpty()).isTrue();
        outbound.add(Peer.voice(2), 1200 * MILLIS, 1200 * MILLIS);
        assertThat(due(1200)).hasSize(1);
    }

    @Test
    void the_meter_is_told_every_byte_but_the_stamp() {
        answered();
        inbound.onTaken(1, 0);
        outbound.add(REPLY);
        outbound.add(Peer.voice(1), 0, 0);
        outbound.add(POINTER);
        outbound.add(new TestPhoto(1, 0).holding(60));
        outbound.isDue(inbound, 0);
        ByteBuf out = Unpooled.buffer();
        outbound.fill(out, inbound, 0);
        assertThat(Arrays.stream(meter.sent).sum()).isEqualTo(out.readableBytes() - Peer.size(STAMP));
        assertThat(meter.sent).doesNotContain(0);
    }

    @Test
    void results_that_nobody_reads_are_too_much_in_the_end() {
        OperationResult result =
                OperationResult.newBuilder().setSeq(1).setRevision(1).build();
        OperationResults results = new OperationResults(1, 7, Collections.nCopies(400, result));
        int frames = 0;
        while (outbound.add(results)) {
            frames++;
        }
        assertThat(frames).isBetween(DeltaQueue.MAX_KEPT_BYTES / 4096, DeltaQueue.MAX_KEPT_BYTES / 256);
        assertThat(outbound.isOverfull()).isTrue();
    }

    /** The line is measured, 50 ms long, and empty. */
    private void know(int capacity) {
        outbound.add(REPLY);
        due(0);
        assertThat(outbound.onFeedback(new Feedback(0, 0, 0, 0, capacity), 50 * MILLIS))
                .isTrue();
        Arrays.fill(meter.sent, 0);
    }

    /** The peer has sent a record, and feedback on it was given. */
    private void answered() {
        inbound.onFrame(STAMP, 3, 0);
        inbound.onFrame(Peer.voice(1), 45, 0);
        inbound.onReadEnd(0);
        assertThat(inbound.ride(0)).isNotNull();
    }

    /** The record of this moment without its stamp; empty if none is due. */
    private List<Frame> due(long millis) {
        ByteBuf out = Unpooled.buffer();
        if (!outbound.isDue(inbound, millis * MILLIS) || !outbound.fill(out, inbound, millis * MILLIS)) {
            return new ArrayList<>();
        }
        records++;
        List<Frame> frames = Peer.read(out);
        assertThat(frames.remove(0)).isInstanceOf(Stamp.class);
        return frames;
    }

    /** All of a photo that may go at this moment. */
    private int photoBytesAt(long millis) {
        int bytes = 0;
        for (List<Frame> record = due(millis); !record.isEmpty(); record = due(millis)) {
            bytes += record.stream()
                    .mapToInt(frame -> ((Chunk) frame).data().readableBytes())
                    .sum();
        }
        return bytes;
    }

    private static Feedback received(int bytes) {
        return new Feedback(0, 0, 0, bytes, Feedback.UNCHANGED);
    }

    private static final class CountingMeter implements LinkMeter {

        private final int[] sent = new int[TrafficClass.values().length];
        private long voiceDropped;
        private long voiceAge;

        @Override
        public void sent(TrafficClass trafficClass, int bytes) {
            sent[trafficClass.number()] += bytes;
        }

        @Override
        public void received(TrafficClass trafficClass, int bytes) {}

        @Override
        public void voiceSent(int frames, long ageNanos) {
            voiceAge = ageNanos;
        }

        @Override
        public void voiceDropped(DropCause cause, long frames) {
            voiceDropped += frames;
        }

        @Override
        public void waited(TrafficClass trafficClass, long nanos) {}

        @Override
        public void stalled() {}

        @Override
        public void movesAgain(long nanos) {}

        @Override
        public void deltasLapsed() {}

        @Override
        public void estimated(LineEstimate line) {}
    }
}
