package io.pinhole.loadtest.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RecordingTest {

    @Test
    void channelsAreMixedAndOddChunksSkipped() throws IOException {
        Recording recording = Recording.ofWav(wav(2, 8000, new short[] {100, 300, -100, -300}), "x");
        assertThat(recording.hertz()).isEqualTo(8000);
        assertThat(recording.samples()).containsExactly((short) 200, (short) -200);
    }

    @Test
    void resamplingKeepsTheLength() {
        Recording doubled = new Recording(new short[] {0, 100, 200, 300}, 8000).at(16_000);
        assertThat(doubled.samples()).containsExactly(shorts(0, 50, 100, 150, 200, 250, 300, 300));
    }

    @Test
    void otherFilesAreRefused() {
        assertThatThrownBy(() -> Recording.ofWav(new byte[100], "x.mp3")).hasMessage("x.mp3 is not a WAV file");
        assertThatThrownBy(() -> Recording.ofWav(new byte[] {'R'}, "x.mp3")).hasMessage("x.mp3 is not a WAV file");
    }

    private static short[] shorts(int... values) {
        short[] shorts = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            shorts[i] = (short) values[i];
        }
        return shorts;
    }

    private static byte[] wav(int channels, int hertz, short[] samples) {
        ByteBuffer out = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) 1).putShort((short) channels).putInt(hertz).putInt(0);
        out.putShort((short) (2 * channels)).putShort((short) 16);
        out.put("LIST".getBytes(StandardCharsets.US_ASCII)).putInt(3).put(new byte[4]);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples.length);
        for (short sample : samples) {
            out.putShort(sample);
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }
}
