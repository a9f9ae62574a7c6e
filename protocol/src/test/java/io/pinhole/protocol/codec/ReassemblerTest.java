package io.pinhole.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Fragment;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.frame.TrafficClass;
import io.pinhole.protocol.frame.WireException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReassemblerTest {

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);
    private final Reassembler reassembler = new Reassembler(Sender.RELAY, allocator);

    @AfterEach
    void all_memory_comes_back() {
        reassembler.release();
        assertThat(allocator.metric().usedHeapMemory()).isZero();
    }

    @Test
    void a_frame_is_whole_with_its_last_fragment() throws WireException {
        ByteBuf bare = bare("participant-longest");
        int total = bare.readableBytes();
        assertThat(reassembler.accept(first(TrafficClass.CONTROL, total, bare.readSlice(400))))
                .isNull();
        assertThat(reassembler.accept(middle(TrafficClass.CONTROL, bare.readSlice(400))))
                .isNull();
        assertThat(reassembler.isUnfinished(TrafficClass.CONTROL)).isTrue();
        assertThat(reassembler.accept(last(TrafficClass.CONTROL, bare)))
                .isEqualTo(Samples.named("participant-longest"));
        assertThat(reassembler.isUnfinished()).isFalse();
    }

    @Test
    void a_frame_may_come_in_a_single_fragment() throws WireException {
        Fragment whole = (Fragment) Samples.named("fragment-whole");
        Frame frame = reassembler.accept(whole.retained());
        assertThat(frame).isEqualTo(Samples.named("ping"));
    }

    @Test
    void frames_of_two_classes_come_between_each_other() throws WireException {
        ByteBuf participant = bare("participant");
        ByteBuf deltas = bare("deltas");
        int participantBytes = participant.readableBytes();
        int deltasBytes = deltas.readableBytes();
        reassembler.accept(first(TrafficClass.DELTA, deltasBytes, deltas.readSlice(20)));
        reassembler.accept(first(TrafficClass.CONTROL, participantBytes, participant.readSlice(20)));
        assertThat(reassembler.accept(last(TrafficClass.CONTROL, participant))).isEqualTo(Samples.named("participant"));
        assertThat(reassembler.isUnfinished(TrafficClass.DELTA)).isTrue();
        assertThat(reassembler.accept(last(TrafficClass.DELTA, deltas))).isEqualTo(Samples.named("deltas"));
    }

    @Test
    void what_continues_nothing_is_refused() {
        assertThat(refusal(middle(TrafficClass.CONTROL, Samples.payload(5)))).isEqualTo(Code.MALFORMED);
        assertThat(refusal(last(TrafficClass.DELTA, Samples.payload(5)))).isEqualTo(Code.MALFORMED);
    }

    @Test
    void a_frame_that_begins_before_the_last_one_ended_is_refused() throws WireException {
        ByteBuf bare = bare("participant");
        reassembler.accept(first(TrafficClass.CONTROL, bare.readableBytes(), bare.retainedSlice(0, 20)));
        assertThat(refusal(first(TrafficClass.CONTROL, bare.readableBytes(), bare.retainedSlice(0, 20))))
                .isEqualTo(Code.MALFORMED);
    }

    @Test
    void more_bytes_than_announced_are_refused() throws WireException {
        ByteBuf bare = bare("participant");
        reassembler.accept(first(TrafficClass.CONTROL, 25, bare.retainedSlice(0, 20)));
        assertThat(refusal(middle(TrafficClass.CONTROL, Samples.payload(6)))).isEqualTo(Code.MALFORMED);
    }

    @Test
    void a_first_fragment_with_more_bytes_than_announced_is_refused() {
        assertThat(refusal(first(TrafficClass.CONTROL, 5, bare("participant")))).isEqualTo(Code.MALFORMED);
        reassembler.release();
        assertThat(refusal(first(TrafficClass.CONTROL, 0, bare("participant")))).isEqualTo(Code.MALFORMED);
    }

    @Test
    void a_last_fragment_that_leaves_bytes_missing_is_refused() throws WireException {
        ByteBuf bare = bare("participant");
        reassembler.accept(first(TrafficClass.CONTROL, bare.readableBytes(), bare.retainedSlice(0, 10)));
        assertThat(refusal(last(TrafficClass.CONTROL, Samples.payload(1)))).isEqualTo(Code.MALFORMED);
    }

    @Test
    void a_fragment_that_completes_the_frame_but_is_not_the_last_is_refused() {
        ByteBuf bare = bare("ping");
        assertThat(refusal(first(TrafficClass.CONTROL, bare.readableBytes(), bare)))
                .isEqualTo(Code.MALFORMED);
    }

    @Test
    void fragments_of_another_class_than_their_frame_are_refused() {
        ByteBuf bare = bare("participant");
        assertThat(refusal(first(TrafficClass.DELTA, bare.readableBytes(), bare.readSlice(20))))
                .isEqualTo(Code.MALFORMED);
    }

    @Test
    void what_is_small_by_nature_does_not_come_in_fragments() {
        for (String name : new String[] {"voice", "chunk", "chunk-at-start", "stamp", "feedback", "fragment-first"}) {
            ByteBuf bare = bare(name);
            TrafficClass trafficClass = Samples.named(name).type().trafficClass();
            assertThat(refusal(first(trafficClass, bare.readableBytes() + 1, bare)))
                    .as(name)
                    .isEqualTo(Code.MALFORMED);
        }
    }

    @Test
    void an_unknown_type_is_refused_with_its_first_fragment() {
        assertThat(refusal(first(TrafficClass.CONTROL, 600, Unpooled.wrappedBuffer(new byte[] {0x7f, 0}))))
                .isEqualTo(Code.UNKNOWN_FRAME);
    }

    @Test
    void a_claim_beyond_the_limit_of_the_type_is_refused_with_the_first_fragment() throws WireException {
        int limit = FrameType.PARTICIPANT.maxBody() + 1; // and the type byte
        assertThat(refusal(first(TrafficClass.CONTROL, limit + 1, bare("participant"))))
                .isEqualTo(Code.FRAME_TOO_LONG);
        assertThat(reassembler.accept(first(TrafficClass.CONTROL, limit, bare("participant"))))
                .isNull();
    }

    @Test
    void a_frame_of_the_other_side_is_refused() {
        ByteBuf bare = bare("hello-token");
        assertThat(refusal(new Fragment(TrafficClass.CONTROL, true, true, bare.readableBytes(), bare)))
                .isEqualTo(Code.UNKNOWN_FRAME);
    }

    @Test
    void memory_follows_what_arrives_and_not_what_is_announced() throws WireException {
        int announced = FrameType.SNAPSHOT.maxBody();
        reassembler.accept(first(TrafficClass.DELTA, announced, bare("snapshot")));
        assertThat(allocator.metric().usedHeapMemory()).isLessThan(256);
        for (int i = 0; i < 64; i++) {
            reassembler.accept(middle(TrafficClass.DELTA, Samples.payload(512)));
        }
        assertThat(allocator.metric().usedHeapMemory()).isLessThan(3 * 64 * 512);
    }

    private Code refusal(Fragment fragment) {
        WireException refusal = catchThrowableOfType(WireException.class, () -> reassembler.accept(fragment));
        assertThat(refusal).isNotNull();
        assertThat(fragment.data().refCnt()).isZero();
        return refusal.code();
    }

    /** Type byte and body, as fragments carry them. */
    private static ByteBuf bare(String name) {
        ByteBuf bare = Unpooled.buffer();
        FrameWriter.writeBare(Samples.named(name), bare);
        return bare;
    }

    private static Fragment first(TrafficClass trafficClass, int total, ByteBuf data) {
        return new Fragment(trafficClass, true, false, total, copy(data));
    }

    private static Fragment middle(TrafficClass trafficClass, ByteBuf data) {
        return new Fragment(trafficClass, false, false, 0, copy(data));
    }

    private static Fragment last(TrafficClass trafficClass, ByteBuf data) {
        return new Fragment(trafficClass, false, true, 0, copy(data));
    }

    private static ByteBuf copy(ByteBuf data) {
        return Unpooled.buffer().writeBytes(data);
    }
}
