package io.pinhole.loadtest.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.IOException;
import java.io.InputStream;
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

    @Test
    void theSampleIsSpeechThatOpusGivesBack() throws IOException, OpusException {
        RecordedVoice voice = RecordedVoice.of(sample(), false);
        OpusDecoder decoder = new OpusDecoder(16_000, 1);
        short[] heard = new short[320];
        int loudest = 0;
        int seq = 0;
        for (; voice.has(seq); seq++) {
            byte[] opus = voice.frame(seq, 0).opus();
            assertThat(decoder.decode(opus, 0, opus.length, heard, 0, heard.length, false))
                    .isEqualTo(320);
            for (short sample : heard) {
                loudest = Math.max(loudest, Math.abs(sample));
            }
        }
        assertThat(seq).isEqualTo(139);
        assertThat(loudest).isGreaterThan(3000);
    }

    @Test
    void aLoopHasNoEnd() throws IOException {
        RecordedVoice voice = RecordedVoice.of(sample(), true);
        assertThat(voice.frame(139, 0)).isSameAs(voice.frame(0, 0));
        assertThat(voice.has(Integer.MAX_VALUE)).isTrue();
    }

    private static Recording sample() throws IOException {
        try (InputStream in = RecordingTest.class.getResourceAsStream("/speech.wav")) {
            return Recording.ofWav(in.readAllBytes(), "speech.wav");
        }
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
