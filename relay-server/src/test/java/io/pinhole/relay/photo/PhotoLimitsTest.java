package io.pinhole.relay.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.RenditionInfo;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.jpeg.JpegLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoLimitsTest {

    private final PhotoLimits limits =
            new PhotoLimits(1, 1000, new JpegLimits(10_000, 200, 1, 1), Duration.ofSeconds(1));

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1000, 200, 50", "1000, 100, 100"})
    void whatIsAsLargeAsAllowedPasses(long size, int width, int height) {
        assertThatCode(() -> limits.check(List.of(working(size, width, height))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, PHOTO_TOO_LARGE",
        "1001, 1, 1, PHOTO_TOO_LARGE",
        "9223372036854775807, 1, 1, PHOTO_TOO_LARGE",
        "1, 201, 1, JPEG_DIMENSIONS",
        "1, 1, 201, JPEG_DIMENSIONS",
        "1, 101, 100, JPEG_DIMENSIONS",
        "1, 0, 1, JPEG_DIMENSIONS",
        "1, 1, -1, JPEG_DIMENSIONS",
        "1, 2147483647, 2147483647, JPEG_DIMENSIONS"
    })
    void whatIsLargerIsRefused(long size, int width, int height, Code code) {
        assertThat(refusal(List.of(working(size, width, height)))).isEqualTo(code);
    }

    @Test
    void onlyAPreviewNeedsNoHash() {
        RenditionInfo preview = new RenditionInfo(Rendition.PREVIEW, 2048, Optional.empty(), 1, 1);
        RenditionInfo bare = new RenditionInfo(Rendition.ORIGINAL, 1, Optional.empty(), 1, 1);
        assertThatCode(() -> limits.check(List.of(preview, working(1, 1, 1)))).doesNotThrowAnyException();
        assertThat(refusal(List.of(working(1, 1, 1), bare))).isEqualTo(Code.BAD_REQUEST);
        assertThat(refusal(List.of(preview))).isEqualTo(Code.BAD_REQUEST);
        assertThat(refusal(List.of(preview, preview, working(1, 1, 1)))).isEqualTo(Code.BAD_REQUEST);
    }

    private Code refusal(List<RenditionInfo> offered) {
        return assertThrows(RefusedException.class, () -> limits.check(offered)).code();
    }

    private static RenditionInfo working(long size, int width, int height) {
        return new RenditionInfo(Rendition.WORKING, size, Optional.of(Sha256.of(new byte[0])), width, height);
    }
}
