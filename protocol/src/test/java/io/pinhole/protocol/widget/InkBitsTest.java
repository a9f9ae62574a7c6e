package io.pinhole.protocol.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points as bits, and what is none. */
class InkBitsTest {

    private static final long SEED = Long.getLong("pinhole.fuzz.seed", System.nanoTime());
    private static final int FAR = InkCodec.FARTHEST;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @BeforeAll
    static void sayTheSeed() {
        System.out.printf("InkBitsTest: -Dpinhole.fuzz.seed=%d%n", SEED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 40, 4_000, 2 * FAR})
    void whatIsWrittenIsReadAgain(int longestStep) throws RefusedException {
        for (int points = 1; points < 200; points++) {
            int[] grid = walk(points, longestStep);
            assertThat(InkBits.read(InkBits.write(grid), FAR)).isEqualTo(grid);
        }
    }

    @Test
    void fromOneEndToTheOtherAndBackIsReadAgain() throws RefusedException {
        int[] grid =
                IntStream.range(0, 40).map(i -> i / 2 % 2 == 0 ? -FAR : FAR).toArray();
        assertThat(InkBits.read(InkBits.write(grid), FAR)).isEqualTo(grid);
    }

    /** A jump does not make the small steps around it dear. */
    @Test
    void aJumpCostsAFewBytes() {
        int[] small = walk(200, 3);
        int[] jump = small.clone();
        for (int i = 200; i < jump.length; i++) {
            jump[i] += 3_000;
        }
        assertThat(InkBits.write(jump).size() - InkBits.write(small).size()).isLessThan(32);
    }

    @Test
    void noPointTakesMoreThanPlainDifferencesWould() {
        int[] grid = walk(1_000, 2 * FAR);
        assertThat(InkBits.write(grid).size()).isLessThan(6 * 1_000);
    }

    /** Width 1; 100 and -50 as varints; then 2, 0, 5 and 8 as 10 0, 0 0, 110 1, 11110 0; and a one to fill up. */
    @Test
    void bitsAreThoseOfTheExample() throws RefusedException {
        ByteString bits = ByteString.copyFrom(HexFormat.of().parseHex("01c8016386f9"));
        int[] grid = InkBits.read(bits, FAR);
        assertThat(grid).containsExactly(100, -50, 101, -50, 99, -46);
        assertThat(InkBits.write(grid)).isEqualTo(bits);
    }

    @ParameterizedTest
    @CsvSource({
        "'', cut off", // no width
        "00, cut off", // no point
        "0002, cut off", // half a point
        "15 02 02 ff, 21 bits", // too wide
        "00 808080 02, 21 bits", // a varint that goes on for ever
        "00 8000 02, padded",
        "08 02 02 00, cut off", // a rest that is not there
        "00 02 02 ff, cut off", // a byte of padding
        "00 02 02 fffe0000, cut off", // a jump that is not there
        "00 feff7f 02, out of range",
        "00 02 02 fffffffff7, out of range"
    })
    void whatIsNoInkIsRefused(String hex, String why) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        RefusedException refusal = catchThrowableOfType(
                RefusedException.class, () -> InkBits.read(ByteString.copyFrom(bytes), InkCodec.FARTHEST));
        assertThat(refusal).as(hex).isNotNull();
        assertThat(refusal.code()).isEqualTo(Code.BAD_GEOMETRY);
        assertThat(refusal).hasMessageContaining(why);
    }

    @Test
    void moreThanMayBeAreRefusedBeforeMemoryIsTaken() {
        ByteString endless = ByteString.copyFrom(new byte[60_000]);
        RefusedException refusal =
                catchThrowableOfType(RefusedException.class, () -> InkBits.read(endless, InkCodec.FARTHEST));
        assertThat(refusal.code()).isEqualTo(Code.TOO_MANY_POINTS);
    }

    @Test
    void inkIsInBitsOrInPointsAndNotInBoth() {
        io.pinhole.protocol.proto.Ink both = Ink.of(4, 1, 2).toMessage().toBuilder()
                .addPoints(1)
                .addPoints(2)
                .build();
        assertThatThrownBy(() -> Ink.of(both)).hasMessageContaining("both");
        io.pinhole.protocol.proto.Ink odd = io.pinhole.protocol.proto.Ink.newBuilder()
                .setBits(ByteString.copyFrom(HexFormat.of().parseHex("0002027f")))
                .build();
        assertThatThrownBy(() -> Ink.of(odd)).hasMessageContaining("not made of points");
    }

    @Test
    void plainDifferencesAreReadAsBefore() throws RefusedException {
        io.pinhole.protocol.proto.Ink plain = io.pinhole.protocol.proto.Ink.newBuilder()
                .addPoints(100)
                .addPoints(-50)
                .addPoints(1)
                .addPoints(0)
                .build();
        assertThat(Ink.of(plain)).isEqualTo(Ink.of(4, 100, -50, 101, -50));
    }

    @Test
    void anyBytesAreInkOrRefused() {
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = new byte[random.nextInt(24)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = (byte) random.nextInt(21);
            }
            try {
                int[] grid = InkBits.read(ByteString.copyFrom(bytes), FAR);
                assertThat(InkBits.read(InkBits.write(grid), FAR)).isEqualTo(grid);
            } catch (RefusedException e) {
                assertThat(e.code()).isEqualTo(Code.BAD_GEOMETRY);
            }
        }
    }

    private int[] walk(int points, int longestStep) {
        int[] grid = new int[2 * points];
        for (int i = 0; i < grid.length; i++) {
            int from = i < 2 ? 0 : grid[i - 2];
            grid[i] = Math.max(-FAR, Math.min(FAR, from + random.nextInt(-longestStep, longestStep + 1)));
        }
        return grid;
    }
}
