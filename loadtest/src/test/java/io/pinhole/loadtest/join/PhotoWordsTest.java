package io.pinhole.loadtest.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pinhole.client.PreparedPhoto;
import io.pinhole.client.PreparedRendition;
import io.pinhole.client.desktop.Redaction;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.widget.Geometry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoWordsTest {

    @TempDir
    private Path folder;

    @Test
    void aTitleMayHaveSeveralWords() {
        assertThat(PhotoWords.parse("pump.jpg")).isEqualTo(PhotoWords.file("pump.jpg"));
        assertThat(PhotoWords.parse("pump.jpg The left pump"))
                .isEqualTo(new PhotoWords(Path.of("pump.jpg"), "The left pump", List.of(), false));
    }

    @Test
    void boxesComeBeforeTheFile() {
        PhotoWords words =
                PhotoWords.parse("redact=1,2,3,4 redact=5,6,7,8,-900  redact=1,1,1,1,0,ffff0000 pump.jpg Pump");
        assertThat(words.file()).isEqualTo(Path.of("pump.jpg"));
        assertThat(words.title()).isEqualTo("Pump");
        assertThat(words.redactions())
                .containsExactly(
                        Redaction.of(new Geometry(1, 2, 3, 4)),
                        new Redaction(new Geometry(5, 6, 7, 8), -900, 0xff000000),
                        new Redaction(new Geometry(1, 1, 1, 1), 0, 0xffff0000));
    }

    @Test
    void aPhotoAsItIsHasNoOtherWorkingCopy() {
        PhotoWords words = PhotoWords.parse("as-is src/main/resources/photos/rocket.jpg A rocket");
        assertThat(words.title()).isEqualTo("A rocket");
        assertThat(words.prepare().renditions())
                .extracting(made -> made.info().rendition())
                .containsExactly(Rendition.PREVIEW, Rendition.WORKING);
        PhotoWords usual = PhotoWords.file("src/main/resources/photos/rocket.jpg");
        assertThat(usual.prepare().renditions())
                .hasSize(3)
                .last()
                .satisfies(original -> assertThat(original.view())
                        .isEqualTo(words.prepare().renditions().get(1).view()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redact= a.jpg",
                "redact=1,2,3 a.jpg",
                "redact=1,2,x,4 a.jpg",
                "redact=1,2,-3,4 a.jpg",
                "redact=1,2,3,4,5,80ffffff a.jpg",
                "redact=1,2,3,4,5,ffffffff,7 a.jpg"
            })
    void whatIsNoBoxIsNamed(String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhotoWords.parse(words))
                .withMessageContaining("is not redact=X,Y,WIDTH,HEIGHT[,ROTATION[,FILL]]: ");
    }

    @Test
    void whatIsPreparedHidesTheBox() throws IOException {
        Path file = folder.resolve("photo.jpg");
        try (InputStream in = PhotoWordsTest.class.getResourceAsStream("/photos/retina.jpg")) {
            Files.copy(in, file);
        }
        PreparedPhoto photo =
                PhotoWords.parse("redact=0,0,40000,70000,0,ff00ff00 " + file).prepare();
        assertThat(photo.renditions()).hasSize(3);
        for (PreparedRendition rendition : photo.renditions()) {
            BufferedImage picture = decoded(rendition.view());
            int colour = picture.getRGB(picture.getWidth() / 4, picture.getHeight() / 2);
            assertThat(colour >> 8 & 0xff).isGreaterThan(240);
            assertThat(colour & 0xff).isLessThan(16);
        }
    }

    private static BufferedImage decoded(ByteBuffer view) throws IOException {
        byte[] bytes = new byte[view.remaining()];
        view.get(bytes);
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}
