package io.pinhole.loadtest.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.pinhole.loadtest.join.VoiceSource.Spoken;
import io.pinhole.loadtest.join.VoiceSource.Turn;
import io.pinhole.protocol.frame.SpeakAt;
import io.pinhole.protocol.frame.Voice;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedVoiceTest {

    private static final int SAMPLES_A_MILLI = 16;
    private static final long SECONDS = 6;

    private final OpusDecoder decoder = decoder();
    private final short[] heard = new short[60 * SAMPLES_A_MILLI];
    private long millis;

    @Test
    void theSampleIsSpeechThatOpusGivesBack() throws IOException, OpusException {
        RecordedVoice voice = RecordedVoice.of(sample(), false);
        int loudest = 0;
        int frames = 0;
        for (; voice.has(millis); frames++) {
            hear(next(voice));
            for (short sample : heard) {
                loudest = Math.max(loudest, Math.abs(sample));
            }
        }
        assertThat(frames).isEqualTo(139);
        assertThat(loudest).isGreaterThan(3000);
    }

    @Test
    void aLoopHasNoEnd() throws IOException {
        RecordedVoice voice = RecordedVoice.of(sample(), true);
        assertThat(voice.has(Long.MAX_VALUE)).isTrue();
        assertThat(voice.frame(new Turn(0, 139 * 20, 0)).level())
                .isEqualTo(voice.frame(new Turn(1, 0, 0)).level());
    }

    @Test
    void longerFramesBeginWithTheNext() throws IOException, OpusException {
        RecordedVoice voice = RecordedVoice.of(sample(), true);
        hear(next(voice));
        voice.speakAt(new SpeakAt(8_000, 60, 120));
        Spoken longer = next(voice);
        assertThat(longer.duration()).isEqualTo(Voice.Duration.MILLIS_60);
        hear(longer);
        assertThat(millis).isEqualTo(80);

        voice.speakAt(new SpeakAt(16_000, 20, 60));
        Spoken shorter = next(voice);
        assertThat(shorter.duration()).isEqualTo(Voice.Duration.MILLIS_20);
        hear(shorter);
    }

    @Test
    void theLastLongFrameEndsInSilence() throws IOException, OpusException {
        RecordedVoice voice = RecordedVoice.of(sample(), false);
        voice.speakAt(new SpeakAt(8_000, 60, 120));
        while (voice.has(millis)) {
            hear(next(voice));
        }
        assertThat(millis).isEqualTo(47 * 60); // 139 frames of 20 ms
    }

    @ParameterizedTest
    @CsvSource({"6000, 60", "8000, 60", "12000, 20", "16000, 20", "24000, 20"})
    void theBitRateIsWhatTheRelaySays(int bitsPerSecond, int frameMillis) throws IOException {
        RecordedVoice voice = RecordedVoice.of(sample(), true);
        voice.speakAt(new SpeakAt(bitsPerSecond, frameMillis, 120));
        long bytes = 0;
        while (millis < SECONDS * 1000) {
            bytes += next(voice).opus().length;
        }
        assertThat(8.0 * bytes / SECONDS).isBetween(0.6 * bitsPerSecond, 1.15 * bitsPerSecond);
    }

    @ParameterizedTest
    @CsvSource({"5, 10", "10, 10", "30, 20", "59, 40", "120, 60"})
    void aLengthThatVoiceDoesNotHaveIsNotExceeded(int told, int said) throws IOException {
        RecordedVoice voice = RecordedVoice.of(sample(), true);
        voice.speakAt(new SpeakAt(Integer.MAX_VALUE, told, 120));
        assertThat(next(voice).duration().millis()).isEqualTo(said);
    }

    @Test
    void aRecordingOfNothingIsRefused() {
        assertThatThrownBy(() -> RecordedVoice.of(new Recording(new short[319], 16_000), true))
                .hasMessage("the recording is shorter than 20 ms");
    }

    private Spoken next(RecordedVoice voice) {
        Spoken spoken = voice.frame(new Turn(0, millis, 0));
        millis += spoken.duration().millis();
        return spoken;
    }

    private void hear(Spoken spoken) throws OpusException {
        byte[] opus = spoken.opus();
        assertThat(decoder.decode(opus, 0, opus.length, heard, 0, heard.length, false))
                .isEqualTo(spoken.duration().millis() * SAMPLES_A_MILLI);
    }

    private static OpusDecoder decoder() {
        try {
            return new OpusDecoder(16_000, 1);
        } catch (OpusException e) {
            throw new AssertionError(e);
        }
    }

    private static Recording sample() throws IOException {
        try (InputStream in = RecordedVoiceTest.class.getResourceAsStream("/speech.wav")) {
            return Recording.ofWav(in.readAllBytes(), "speech.wav");
        }
    }
}
