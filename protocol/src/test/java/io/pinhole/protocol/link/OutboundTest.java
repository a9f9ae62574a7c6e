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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a record is made of; how the line is measured by it, what is late and what is counted: {@link OutboundLineTest}. */
final class OutboundTest {

    private static final Reply REPLY = new Reply(1, Optional.empty());
    private static final Pointer POINTER = new Pointer(1, 2, 30, 40);

    /** Larger than a piece. */
    private static final UploadFailed LONG_CONTROL = new UploadFailed(1, new Refusal(68, "x".repeat(900), 0));

    private static final OperationResults LONG_DELTA = new OperationResults(
            1,
            7,
            Collections.nCopies(
                    400, OperationResult.newBuilder().setSeq(1).setRevision(1).build()));

    private final Outbound outbound = new Outbound(LinkMeter.NONE, () -> false);
    private final Inbound inbound = new Inbound();

    @Test
    void nothing_is_written_when_nothing_waits() {
        ByteBuf out = Unpooled.buffer().writeByte(1);
        assertThat(outbound.isDue(inbound, 0)).isFalse();
        assertThat(outbound.fill(out, inbound, 0)).isFalse();
        assertThat(out.readableBytes()).isOne();
    }

    @Test
    void a_record_begins_with_the_time_of_its_sender() {
        outbound.add(REPLY);
        ByteBuf out = Unpooled.buffer();
        assertThat(outbound.fill(out, inbound, (65_536 + 7) * Stamp.UNIT_NANOS)).isTrue();
        assertThat(Peer.read(out)).containsExactly(new Stamp(7, Stamp.COUNTED), REPLY);
    }

    @Test
    void a_clock_below_zero_is_as_good() {
        outbound.add(REPLY);
        ByteBuf out = Unpooled.buffer();
        assertThat(outbound.isDue(inbound, -7 * Stamp.UNIT_NANOS)).isTrue();
        outbound.fill(out, inbound, -7 * Stamp.UNIT_NANOS);
        assertThat(Peer.read(out)).containsExactly(new Stamp(65_536 - 7, Stamp.COUNTED), REPLY);
    }

    @Test
    void what_is_most_urgent_goes_first_whoever_came_first() {
        outbound.add(new TestPhoto(1, 0).holding(10));
        outbound.add(POINTER);
        outbound.add(Peer.voice(1), 0, 0);
        outbound.add(REPLY);
        assertThat(classes(record()))
                .containsExactly(TrafficClass.CONTROL, TrafficClass.VOICE, TrafficClass.DELTA, TrafficClass.PHOTO);
    }

    @Test
    void voice_overtakes_a_waiting_photo() {
        outbound.add(new TestPhoto(1, 0));
        assertThat(record()).hasSize(1).first().isInstanceOf(Chunk.class);
        outbound.add(Peer.voice(1), 0, 0);
        assertThat(record().get(0)).isInstanceOf(Voice.class);
    }

    @Test
    void what_one_speaker_said_without_a_gap_is_one_frame() {
        outbound.add(Peer.voice(0), 0, 0);
        outbound.add(Peer.voice(2), 0, 0);
        outbound.add(Peer.voice(6), 0, 0);
        outbound.add(Peer.voice(8), 0, 0);
        outbound.pacing().isVoicePair(2, 0); // so that the line is not measured now
        outbound.pacing().isVoicePair(2, 0);
        outbound.pacing().isVoicePair(2, 0);
        List<Frame> frames = record();
        assertThat(frames).extracting(frame -> ((Voice) frame).tick()).containsExactly(0, 6);
        assertThat(frames).extracting(frame -> ((Voice) frame).count()).containsExactly(2, 2);
    }

    @Test
    void voice_goes_between_the_pieces_of_a_control_frame() {
        outbound.add(LONG_CONTROL);
        outbound.add(Peer.voice(1), 0, 0);
        List<Frame> frames = record();
        assertThat(frames).extracting(frame -> frame.getClass().getSimpleName()).containsExactly("Fragment", "Voice");
        frames.addAll(rest());
        assertThat(Peer.assembled(frames)).hasSize(2).contains(LONG_CONTROL);
    }

    @Test
    void voice_does_not_wait_for_a_long_list_of_control_frames() {
        for (int i = 0; i < 200; i++) {
            outbound.add(new Reply(i, Optional.empty()));
        }
        outbound.add(Peer.voice(1), 0, 0);
        List<Frame> frames = record();
        int before = frames.stream()
                .takeWhile(frame -> !(frame instanceof Voice))
                .mapToInt(Peer::size)
                .sum();
        assertThat(before).isBetween(Filling.LEAST_PIECE_BYTES - 10, Filling.LEAST_PIECE_BYTES + 10);
        assertThat(frames).hasAtLeastOneElementOfType(Voice.class);
    }

    @Test
    void control_and_voice_overtake_the_pieces_of_deltas() {
        outbound.add(LONG_DELTA);
        assertThat(record()).isNotEmpty().allMatch(Fragment.class::isInstance);
        outbound.add(REPLY);
        outbound.add(Peer.voice(1), 0, 0);
        List<Frame> frames = record();
        assertThat(frames.get(0)).isEqualTo(REPLY);
        assertThat(frames.get(1)).isInstanceOf(Voice.class);
        assertThat(frames.subList(2, frames.size())).isNotEmpty().allMatch(Fragment.class::isInstance);
    }

    @Test
    void no_other_frame_of_its_class_goes_between_the_pieces_of_a_frame() {
        outbound.add(LONG_CONTROL);
        outbound.add(REPLY);
        List<Frame> frames = rest();
        assertThat(frames).hasSizeGreaterThan(4).last().isEqualTo(REPLY);
        assertThat(Peer.assembled(frames)).containsExactly(LONG_CONTROL, REPLY);
    }

    @Test
    void pieces_are_as_large_as_the_line_carries_in_50_ms() {
        outbound.add(LONG_CONTROL);
        outbound.add(LONG_DELTA);
        List<Frame> frames = rest();
        assertThat(frames).hasSizeGreaterThan(8).allMatch(frame -> Peer.size(frame) <= Filling.LEAST_PIECE_BYTES);
        assertThat(Peer.assembled(frames)).containsExactlyInAnyOrder(LONG_CONTROL, LONG_DELTA);

        outbound.onFeedback(new Feedback(0, 0, 0, 0, Feedback.MOST_RATE), 0);
        outbound.add(LONG_CONTROL);
        assertThat(record()).containsExactly(LONG_CONTROL);
    }

    @Test
    void a_record_is_no_larger_than_a_packet_but_for_the_last_frame_that_was_begun() {
        for (int i = 0; i < 1000; i++) {
            outbound.add(new Reply(i, Optional.empty()));
        }
        ByteBuf out = Unpooled.buffer();
        outbound.fill(out, inbound, 0);
        assertThat(out.readableBytes()).isBetween(Pacing.RECORD_BYTES, Pacing.RECORD_BYTES + 10);
    }

    @Test
    void on_a_line_that_nobody_knows_a_photo_takes_what_others_leave_of_a_tick() {
        outbound.add(new TestPhoto(1, 0));
        List<Frame> alone = record();
        // 3 bytes a millisecond, for the target of 20 ms and a tick of 60; in two records, which measure the line
        assertThat(alone).hasSize(1);
        assertThat(((Chunk) alone.get(0)).data().readableBytes()).isEqualTo((3 * 80 - 4 - 74 - 5) / 2);
    }

    @Test
    void what_waits_is_given_back_in_the_end() {
        Voice voice = Peer.voice(1);
        outbound.add(LONG_CONTROL);
        record();
        outbound.add(voice, 0, 0);
        outbound.add(POINTER);
        outbound.add(new TestPhoto(1, 0));
        assertThat(outbound.isEmpty()).isFalse();
        outbound.clear();
        assertThat(outbound.isEmpty()).isTrue();
        assertThat(voice.payload().refCnt()).isZero();
        assertThat(record()).isEmpty();
    }

    /** The next record without its stamp, due or not; empty if there is nothing to send. */
    private List<Frame> record() {
        outbound.isDue(inbound, 0);
        ByteBuf out = Unpooled.buffer();
        if (!outbound.fill(out, inbound, 0)) {
            return new ArrayList<>();
        }
        List<Frame> frames = Peer.read(out);
        assertThat(frames.remove(0)).isInstanceOf(Stamp.class);
        return frames;
    }

    /** All that waits. */
    private List<Frame> rest() {
        List<Frame> frames = new ArrayList<>();
        for (List<Frame> record = record(); !record.isEmpty(); record = record()) {
            frames.addAll(record);
        }
        return frames;
    }

    private static List<TrafficClass> classes(List<Frame> frames) {
        return frames.stream().map(frame -> frame.type().trafficClass()).toList();
    }
}
