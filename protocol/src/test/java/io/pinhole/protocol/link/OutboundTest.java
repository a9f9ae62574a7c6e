package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Fragment;
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

final class OutboundTest {

    private static final long MILLIS = 1_000_000;
    private static final Reply REPLY = new Reply(1, Optional.empty());
    private static final Pointer POINTER = new Pointer(1, 2, 30, 40);

    /** Larger than a piece. */
    private static final UploadFailed LONG_CONTROL = new UploadFailed(1, new Refusal(68, "x".repeat(900), 0));

    private final CountingMeter meter = new CountingMeter();
    private final Outbound outbound = new Outbound(meter);
    private final Inbound inbound = new Inbound();

    @Test
    void nothing_is_written_when_nothing_waits() {
        ByteBuf out = Unpooled.buffer();
        assertThat(outbound.fill(out, inbound, 0)).isFalse();
        assertThat(out.isReadable()).isFalse();
    }

    @Test
    void a_record_begins_with_the_time_of_its_sender() {
        outbound.add(REPLY);
        ByteBuf out = Unpooled.buffer();
        outbound.fill(out, inbound, (65_536 + 7) * Stamp.UNIT_NANOS);
        assertThat(Peer.read(out)).containsExactly(new Stamp(7, Stamp.COUNTED), REPLY);
    }

    @Test
    void what_is_most_urgent_goes_first_whoever_came_first() {
        outbound.add(new TestPhoto(1, 0).holding(10));
        outbound.add(POINTER);
        outbound.add(Peer.voice(1), 0);
        outbound.add(REPLY);
        assertThat(classes(record(0)))
                .containsExactly(TrafficClass.CONTROL, TrafficClass.VOICE, TrafficClass.DELTA, TrafficClass.PHOTO);
    }

    @Test
    void voice_overtakes_a_waiting_photo() {
        outbound.add(new TestPhoto(1, 0));
        record(0);
        outbound.add(Peer.voice(1), 0);
        assertThat(record(0).get(0)).isInstanceOf(Voice.class);
    }

    @Test
    void voice_goes_between_the_pieces_of_a_control_frame() {
        outbound.add(LONG_CONTROL);
        outbound.add(Peer.voice(1), 0);
        List<Frame> frames = record(0);
        frames.addAll(record(0));
        assertThat(frames)
                .extracting(frame -> frame.getClass().getSimpleName())
                .containsExactly("Fragment", "Voice", "Fragment");
        assertThat(Peer.assembled(frames)).hasSize(2).contains(LONG_CONTROL);
    }

    @Test
    void control_and_voice_overtake_the_pieces_of_deltas() {
        outbound.add(new OperationResults(1, 7, longResults()));
        assertThat(record(0)).hasSize(3).allMatch(Fragment.class::isInstance);
        outbound.add(REPLY);
        outbound.add(Peer.voice(1), 0);
        assertThat(classes(record(0).subList(0, 2))).containsExactly(TrafficClass.CONTROL, TrafficClass.VOICE);
    }

    @Test
    void no_other_frame_of_its_class_goes_between_the_pieces_of_a_frame() {
        outbound.add(LONG_CONTROL);
        outbound.add(REPLY);
        List<Frame> frames = record(0);
        frames.addAll(record(0));
        assertThat(Peer.assembled(frames)).containsExactly(LONG_CONTROL, REPLY);
        assertThat(frames.get(2)).isEqualTo(REPLY);
    }

    @Test
    void no_piece_is_larger_than_512_bytes() {
        outbound.add(LONG_CONTROL);
        outbound.add(new OperationResults(1, 7, longResults()));
        outbound.add(new TestPhoto(1 << 20, 0));
        List<Frame> frames = new ArrayList<>();
        for (List<Frame> record = record(0); !record.isEmpty(); record = record(0)) {
            frames.addAll(record);
        }
        assertThat(frames).hasSizeGreaterThan(8).allMatch(frame -> Peer.size(frame) <= 512);
    }

    @Test
    void a_photo_never_exceeds_the_window_and_goes_on_after_feedback() {
        outbound.add(new TestPhoto(1, 0));
        int sent = photoBytes(record(0)) + photoBytes(record(0));
        assertThat(sent).isBetween(BulkWindow.BYTES - Outbound.CHUNK_BYTES, BulkWindow.BYTES);
        assertThat(outbound.photoBytesInFlight()).isEqualTo(sent);
        assertThat(record(0)).isEmpty();

        assertThat(outbound.onFeedback(received(Outbound.CHUNK_BYTES))).isTrue();
        assertThat(photoBytes(record(0))).isEqualTo(Outbound.CHUNK_BYTES);
        assertThat(record(0)).isEmpty();
    }

    @Test
    void feedback_for_what_was_never_sent_is_noticed() {
        outbound.add(new TestPhoto(1, 0).holding(100));
        record(0);
        assertThat(outbound.onFeedback(received(101))).isFalse();
    }

    @Test
    void feedback_rides_along_with_what_goes_anyway() {
        inbound.onStamp(new Stamp(0, Stamp.COUNTED), 0);
        inbound.onTaken(10, 0);
        assertThat(record(5 * MILLIS)).isEmpty();
        outbound.add(REPLY);
        assertThat(record(5 * MILLIS)).hasSize(2).contains(REPLY).hasAtLeastOneElementOfType(Feedback.class);
    }

    @Test
    void feedback_goes_alone_when_it_is_due() {
        inbound.onStamp(new Stamp(0, Stamp.COUNTED), 0);
        inbound.onTaken(10, 0);
        assertThat(record(Inbound.PATIENCE_NANOS)).hasOnlyElementsOfType(Feedback.class);
        assertThat(record(Inbound.PATIENCE_NANOS)).isEmpty();
    }

    @Test
    void two_idle_ends_do_not_answer_each_others_feedback() {
        inbound.onStamp(new Stamp(0, Stamp.COUNTED), 0);
        assertThat(record(1000 * MILLIS)).isEmpty();
    }

    @Test
    void stale_voice_is_dropped_and_told_to_the_meter() {
        outbound.add(Peer.voice(1), 0);
        outbound.add(Peer.voice(2), 300 * MILLIS);
        List<Frame> frames = record(450 * MILLIS);
        assertThat(frames).hasSize(1).first().extracting("tick").isEqualTo(2);
        assertThat(meter.voiceDropped).isOne();
        assertThat(meter.voiceAge).isEqualTo(150 * MILLIS);
    }

    @Test
    void the_meter_is_told_every_byte_but_the_stamp() {
        outbound.add(REPLY);
        outbound.add(LONG_CONTROL);
        outbound.add(Peer.voice(1), 0);
        outbound.add(POINTER);
        outbound.add(new TestPhoto(1, 0).holding(100));
        ByteBuf out = Unpooled.buffer();
        outbound.fill(out, inbound, 0);
        int stamp = Peer.size(new Stamp(0, Stamp.COUNTED));
        assertThat(Arrays.stream(meter.sent).sum()).isEqualTo(out.readableBytes() - stamp);
        assertThat(meter.sent).doesNotContain(0);
    }

    @Test
    void results_that_nobody_reads_are_too_much_in_the_end() {
        OperationResults results = new OperationResults(1, 7, longResults());
        int frames = 0;
        while (outbound.add(results)) {
            frames++;
        }
        assertThat(frames).isBetween(DeltaQueue.MAX_KEPT_BYTES / 4096, DeltaQueue.MAX_KEPT_BYTES / 256);
    }

    @Test
    void what_waits_is_given_back_in_the_end() {
        Voice voice = Peer.voice(1);
        outbound.add(LONG_CONTROL);
        record(0);
        outbound.add(voice, 0);
        outbound.add(POINTER);
        outbound.add(new TestPhoto(1, 0));
        outbound.clear();
        assertThat(voice.payload().refCnt()).isZero();
        assertThat(record(0)).isEmpty();
    }

    /** The next record without its stamp; empty if there is nothing to send. */
    private List<Frame> record(long now) {
        ByteBuf out = Unpooled.buffer();
        if (!outbound.fill(out, inbound, now)) {
            return new ArrayList<>();
        }
        List<Frame> frames = Peer.read(out);
        assertThat(frames.remove(0)).isInstanceOf(Stamp.class);
        return frames;
    }

    private static List<TrafficClass> classes(List<Frame> frames) {
        return frames.stream().map(frame -> frame.type().trafficClass()).toList();
    }

    private static int photoBytes(List<Frame> frames) {
        return frames.stream()
                .mapToInt(frame -> ((Chunk) frame).data().readableBytes())
                .sum();
    }

    private static Feedback received(int bytes) {
        return new Feedback(0, 0, 0, bytes, Feedback.UNCHANGED);
    }

    private static List<OperationResult> longResults() {
        OperationResult result =
                OperationResult.newBuilder().setSeq(1).setRevision(1).build();
        return Collections.nCopies(400, result);
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
        public void voiceSent(long ageNanos) {
            voiceAge = ageNanos;
        }

        @Override
        public void voiceDropped(long frames) {
            voiceDropped += frames;
        }

        @Override
        public void deltasLapsed() {}
    }
}
