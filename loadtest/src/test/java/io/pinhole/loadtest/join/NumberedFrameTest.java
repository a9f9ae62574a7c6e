package io.pinhole.loadtest.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedFrameTest {

    @Test
    void aFrameIsRecognised() {
        NumberedFrame frame = new NumberedFrame(7, 123_456_789_000L);
        byte[] payload = frame.payload(40);
        assertThat(payload).hasSize(40);
        assertThat(NumberedFrame.of(Unpooled.wrappedBuffer(payload))).contains(frame);
    }

    @Test
    void otherVoiceIsNot() {
        assertThat(NumberedFrame.of(Unpooled.wrappedBuffer(new byte[40]))).isEmpty();
        assertThat(NumberedFrame.of(Unpooled.wrappedBuffer(new byte[3]))).isEmpty();
    }

    @Test
    void bytesAndMillisAreRead() {
        assertThat(NumberedVoice.parse("120:60")).isEqualTo(new NumberedVoice(120, Voice.Duration.MILLIS_60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40", "40:30", "15:20", "1276:20", "x:20"})
    void whatCannotBeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> NumberedVoice.parse(text));
    }
}
