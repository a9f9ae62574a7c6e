package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.jpeg.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class WorthTest {

    @Test
    void previewsThenWhatIsViewedThenTheOthersThenPolishThenOriginals() {
        List<Worth> order = List.of(
                Worth.of(Rendition.PREVIEW, Stage.OUTLINE, false),
                Worth.of(Rendition.WORKING, Stage.OUTLINE, true),
                Worth.of(Rendition.WORKING, Stage.DETAIL, true),
                Worth.of(Rendition.WORKING, Stage.OUTLINE, false),
                Worth.of(Rendition.WORKING, Stage.DETAIL, false),
                Worth.of(Rendition.WORKING, Stage.POLISH, true),
                Worth.of(Rendition.WORKING, Stage.POLISH, false),
                Worth.of(Rendition.ORIGINAL, Stage.OUTLINE, true),
                Worth.of(Rendition.ORIGINAL, Stage.OUTLINE, false));
        List<Worth> shuffled = new ArrayList<>(order);
        Collections.shuffle(shuffled, new Random(3));
        assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(order);
    }

    @Test
    void aPreviewIsWorthTheSameWhoeverLooksAndAnOriginalInEveryStage() {
        assertThat(Worth.of(Rendition.PREVIEW, Stage.OUTLINE, true)).isEqualTo(Worth.PREVIEW);
        for (Stage stage : Stage.values()) {
            assertThat(Worth.of(Rendition.ORIGINAL, stage, false)).isEqualTo(Worth.ORIGINAL);
            assertThat(Worth.of(Rendition.ORIGINAL, stage, true)).isEqualTo(Worth.VIEWED_ORIGINAL);
        }
    }

    @Test
    void worthDecidesBeforeOrder() {
        assertThat(new Usefulness(Worth.PREVIEW, 9)).isLessThan(new Usefulness(Worth.OUTLINE, -9));
        assertThat(new Usefulness(Worth.OUTLINE, -9)).isLessThan(new Usefulness(Worth.OUTLINE, 3));
        assertThat(new Usefulness(Worth.OUTLINE, 3)).isEqualByComparingTo(new Usefulness(Worth.OUTLINE, 3));
    }
}
