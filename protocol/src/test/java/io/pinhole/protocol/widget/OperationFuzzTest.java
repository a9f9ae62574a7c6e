package io.pinhole.protocol.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.proto.OperationMessage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Spoilt bytes of operations. The seed is printed; {@code -Dpinhole.fuzz.seed} repeats a run, {@code
 * -Dpinhole.fuzz.count} makes it longer.
 */
class OperationFuzzTest {

    private static final long SEED = Long.getLong("pinhole.fuzz.seed", System.nanoTime());
    private static final int COUNT = Integer.getInteger("pinhole.fuzz.count", 200_000);
    private static final Set<Code> REFUSALS = EnumSet.range(Code.WIDGET_UNKNOWN, Code.TOO_MANY_POINTS);

    static {
        REFUSALS.addAll(EnumSet.of(Code.BAD_TEXT, Code.BAD_REQUEST, Code.RIGHT_MISSING));
    }

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<byte[]> samples = OperationTest.operations().stream()
            .map(operation -> operation.toMessage().toByteArray())
            .toList();
    private WidgetState state = WidgetState.EMPTY;
    private int accepted;
    private int refused;

    @Test
    void spoiltBytesAreAppliedOrRefusedByType() {
        System.out.println("OperationFuzzTest: -Dpinhole.fuzz.seed=" + SEED + " -Dpinhole.fuzz.count=" + COUNT);
        for (int run = 1; run <= COUNT; run++) {
            byte[] bytes = spoilt();
            try {
                check(OperationMessage.parseFrom(bytes), run);
            } catch (InvalidProtocolBufferException e) {
                // refused before it comes here
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + SEED + ", run " + run + ": " + Arrays.toString(bytes), e);
            }
        }
        assertThat(accepted).isGreaterThan(COUNT / 50);
        assertThat(refused).isGreaterThan(COUNT / 10);
    }

    private void check(OperationMessage message, int run) {
        try {
            checkSnapshot(run);
            Operation operation = Operation.of(message);
            if (!Operation.of(operation.toMessage()).equals(operation)) {
                throw new AssertionError(operation + " does not come back");
            }
            Context at = new Context(run, run % 2 == 0 ? Scene.ANNA : Scene.EXPERT, run % 2 == 0, run, Limits.DEFAULT);
            state = state.apply(operation, at).state();
            accepted++;
        } catch (RefusedException e) {
            refused++;
            if (!REFUSALS.contains(e.code())) {
                throw new AssertionError("refused with " + e.code(), e);
            }
        }
    }

    private void checkSnapshot(int run) throws RefusedException {
        if (run % 100 == 0 && !WidgetState.fromSnapshot(state.toSnapshot()).equals(state)) {
            throw new AssertionError("the snapshot is another state");
        }
        if (run % 500 == 0) {
            state = WidgetState.EMPTY;
        }
    }

    private byte[] spoilt() {
        byte[] bytes = samples.get(random.nextInt(samples.size())).clone();
        for (int i = random.nextInt(3); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
