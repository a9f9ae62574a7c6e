package io.pinhole.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.pinhole.protocol.frame.Fragment;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.frame.WireException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Malformed and nearly valid bytes, as both sides may send them: only {@link WireException}s come out, every buffer
 * comes back, and memory follows what arrived. Set {@code pinhole.fuzz.seed} and {@code pinhole.fuzz.count} to repeat
 * or to lengthen a run.
 */
final class FrameFuzzTest {

    private static final long SEED = Long.getLong("pinhole.fuzz.seed", System.nanoTime());
    private static final int COUNT = Integer.getInteger("pinhole.fuzz.count", 1_000_000);

    /** Not tracked by the leak detector, which would take minutes; it counts its memory, which is as good here. */
    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);

    private long frames;
    private long refusals;

    @Test
    void no_input_does_more_than_end_its_connection() {
        System.out.printf("FrameFuzzTest: -Dpinhole.fuzz.seed=%d -Dpinhole.fuzz.count=%d%n", SEED, COUNT);
        SplittableRandom random = new SplittableRandom(SEED);
        Mutations mutations = new Mutations(shortFrames(), random);
        for (int i = 0; i < COUNT; i++) {
            ByteBuf in = allocator.buffer();
            mutations.next(in);
            Sender sender = random.nextBoolean() ? Sender.CLIENT : Sender.RELAY;
            try {
                receive(in, sender);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError("input " + i + " from a " + sender + ": " + hex(in), e);
            }
            in.release();
            assertThat(allocator.metric().usedHeapMemory())
                    .as("bytes left after input %d", i)
                    .isZero();
        }
        assertThat(frames).as("frames read").isGreaterThan(COUNT / 10);
        assertThat(refusals).as("inputs refused").isGreaterThan(COUNT / 10);
    }

    /** One connection, to its end. */
    private void receive(ByteBuf in, Sender sender) {
        FrameReader reader = new FrameReader(sender, FrameReader.MAX_FRAME_BYTES);
        Reassembler reassembler = new Reassembler(sender, allocator);
        long bound = 4L * in.capacity() + 1024;
        try {
            for (Frame frame = reader.next(in); frame != null; frame = reader.next(in)) {
                frames++;
                take(frame, reassembler);
                if (allocator.metric().usedHeapMemory() > bound) {
                    throw new AssertionError("more memory than arrived");
                }
            }
        } catch (WireException e) {
            refusals++;
        } finally {
            reassembler.release();
        }
        if (in.refCnt() != 1) {
            throw new AssertionError("the input has " + in.refCnt() + " owners");
        }
    }

    private static void take(Frame frame, Reassembler reassembler) throws WireException {
        if (frame instanceof Fragment fragment) {
            Frame whole = reassembler.accept(fragment);
            if (whole != null) {
                whole.release();
            }
        } else {
            frame.release();
        }
    }

    /** Without the longest, which would take most of the time and all look alike. */
    private static List<byte[]> shortFrames() {
        List<byte[]> frames = new ArrayList<>(GoldenFrames.read().values());
        frames.removeIf(frame -> frame.length > 600);
        return frames;
    }

    private static String hex(ByteBuf in) {
        byte[] bytes = new byte[in.writerIndex()];
        in.getBytes(0, bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
