package io.pinhole.loadtest.poor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.client.PreparedPhoto;
import io.pinhole.client.desktop.DesktopRenditions;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturesTest {

    @Test
    void aPhotoHasAboutTheBytesThatAreAskedForAndManyScans() throws Exception {
        byte[] photo = Pictures.photo(100_000);
        assertThat(photo.length).isBetween(90_000, 100_000);
        assertThat(Pictures.scanEnd(photo, 0)).isBetween(1000L, 30_000L);
        assertThat(Pictures.scanEnd(photo, 1)).isGreaterThan(Pictures.scanEnd(photo, 0));
        assertThat(ImageIO.read(new ByteArrayInputStream(photo)).getWidth()).isEqualTo(1411);
    }

    @Test
    void theSheetCostsALineNextToNothing() throws Exception {
        byte[] sheet = Pictures.sheet();
        assertThat(sheet.length).isLessThan(800);
        PreparedPhoto photo =
                DesktopRenditions.of(sheet, DesktopRenditions.DEFAULT_MAX_SIDE).prepared("sheet");
        assertThat(photo.renditions()).isNotEmpty();
    }
}
