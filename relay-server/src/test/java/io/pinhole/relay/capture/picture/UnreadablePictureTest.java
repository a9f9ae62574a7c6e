package io.pinhole.relay.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.protocol.jpeg.TestJpegs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadablePictureTest {

    private static final int HEADERS = 700;

    @Test
    void whatIsNoJpegIsUnreadable() {
        assertUnreadable(new byte[0], "the file ends before its first scan");
        assertUnreadable("GIF89a".getBytes(StandardCharsets.US_ASCII), "begins with FFD8");
        assertUnreadable(Arrays.copyOf(TestJpegs.photo("rocket.jpg"), 100), "the file ends before its first scan");
    }

    @Test
    void whatARelayWouldNotTakeIsUnreadable() {
        byte[] grey = TestJpegs.grey(64, 64);
        byte[] wide = grey.clone();
        int frame = indexOf(wide, 0xff, 0xc0);
        wide[frame + 7] = (byte) (12_001 >> 8);
        wide[frame + 8] = (byte) 12_001;
        assertUnreadable(wide, "more than 12000 a side");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void componentsWithoutAColourAreUnreadable(int components) {
        assertUnreadable(TestJpegs.ofComponents(components), components + " colour components");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rocket.jpg", "rocket-progressive.jpg"})
    void aFileThatEndsTooEarlyIsUnreadable(String name) {
        byte[] photo = TestJpegs.photo(name);
        for (int length = HEADERS; length < photo.length - 2; length += 9_000) {
            assertUnreadable(Arrays.copyOf(photo, length), "");
        }
        assertUnreadable(Arrays.copyOf(photo, photo.length / 2), "cannot be decoded: ");
    }

    @Test
    void missingDataAreNotFilledWithGrey() {
        byte[] photo = TestJpegs.photo("rocket.jpg");
        Arrays.fill(photo, 40_000, 60_000, (byte) 0);
        assertUnreadable(photo, "cannot be decoded: Corrupt JPEG data");
    }

    @Test
    void someFillingBeforeTheEndIsNoDamage() {
        byte[] photo = TestJpegs.photo("rocket.jpg");
        assertThatCode(() -> read(filled(photo, 8))).doesNotThrowAnyException();
        assertUnreadable(filled(photo, 100), "extraneous bytes");
    }

    /** Damaged files are read or refused, and nothing else happens; a hang would end the build. */
    @ParameterizedTest
    @ValueSource(strings = {"rocket.jpg", "rocket-progressive.jpg"})
    void damageIsToldOrNotNoticed(String name) {
        byte[] photo = TestJpegs.photo(name);
        SplittableRandom random = new SplittableRandom(7);
        int unreadable = 0;
        for (int run = 0; run < 60; run++) {
            byte[] damaged = photo.clone();
            for (int fault = 0; fault < 1 + run; fault++) {
                damaged[random.nextInt(2, damaged.length)] = (byte) random.nextInt(256);
            }
            unreadable += isUnreadable(damaged) ? 1 : 0;
        }
        assertThat(unreadable).isBetween(40, 60);
    }

    @Test
    void aSourceThatFailsIsNotTakenForABadPicture() {
        byte[] photo = TestJpegs.photo("rocket.jpg");
        for (int readable : new int[] {0, 50_000, 100_000}) {
            assertThatThrownBy(() -> PictureReader.read(failing(photo, readable, new IOException("disk"))))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk");
            assertThatThrownBy(() -> PictureReader.read(failing(photo, readable, new IllegalStateException("store"))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("store");
        }
    }

    private static boolean isUnreadable(byte[] jpeg) {
        try {
            read(jpeg);
            return false;
        } catch (UnreadablePictureException e) {
            return true;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertUnreadable(byte[] jpeg, String why) {
        assertThatExceptionOfType(UnreadablePictureException.class)
                .as(jpeg.length + " bytes")
                .isThrownBy(() -> read(jpeg))
                .withMessageContaining(why);
    }

    private static void read(byte[] jpeg) throws IOException, UnreadablePictureException {
        PictureReader.read(PictureBytes.of(jpeg));
    }

    /** With zeros before EOI. */
    private static byte[] filled(byte[] jpeg, int bytes) {
        byte[] filled = Arrays.copyOf(jpeg, jpeg.length + bytes);
        filled[jpeg.length - 2] = 0;
        filled[jpeg.length - 1] = 0;
        filled[filled.length - 2] = (byte) 0xff;
        filled[filled.length - 1] = (byte) 0xd9;
        return filled;
    }

    private static int indexOf(byte[] bytes, int first, int second) {
        int at = 0;
        while ((bytes[at] & 0xff) != first || (bytes[at + 1] & 0xff) != second) {
            at++;
        }
        return at;
    }

    private static PictureBytes failing(byte[] jpeg, int readable, Exception failure) {
        PictureBytes whole = PictureBytes.of(jpeg);
        return new PictureBytes() {
            @Override
            public long size() {
                return jpeg.length;
            }

            @Override
            public int read(ByteBuffer into, long position) throws IOException {
                if (position >= readable && failure instanceof IOException e) {
                    throw e;
                }
                if (position >= readable && failure instanceof RuntimeException e) {
                    throw e;
                }
                into.limit((int) Math.min(into.limit(), into.position() + Math.max(1, readable - position)));
                return whole.read(into, position);
            }
        };
    }
}
