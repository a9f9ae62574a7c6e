package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Interest;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Want;
import io.pinhole.protocol.jpeg.Stage;
import io.pinhole.protocol.link.Usefulness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WantedTest {

    private final Wanted wanted = new Wanted();
    private final List<PhotoId> photos = List.of(PhotoId.random(), PhotoId.random(), PhotoId.random());

    @Test
    void whileNobodyWantsAnythingNewestPreviewsComeFirstAndOriginalsLast() {
        assertThat(order())
                .containsExactly(
                        "preview 2",
                        "preview 1",
                        "preview 0",
                        "outline 0",
                        "outline 1",
                        "outline 2",
                        "detail 0",
                        "detail 1",
                        "detail 2",
                        "polish 0",
                        "polish 1",
                        "polish 2",
                        "original 0",
                        "original 1",
                        "original 2");
    }

    @Test
    void whatSomebodyLooksAtComesBeforeTheOthersAndWhatSomebodyOpenedFirstAmongThem() {
        wanted.on(new Interest(List.of(working(2, 1), working(1, 0))));
        assertThat(order())
                .containsExactly(
                        "preview 2",
                        "preview 1",
                        "preview 0",
                        "outline 2",
                        "detail 2",
                        "outline 1",
                        "outline 0",
                        "detail 1",
                        "detail 0",
                        "polish 2",
                        "polish 1",
                        "polish 0",
                        "original 0",
                        "original 1",
                        "original 2");
    }

    @Test
    void ofTwoThatAreLookedAtTheMoreWantedComesFirst() {
        wanted.on(new Interest(List.of(working(1, 2), working(0, 1))));
        assertThat(order()).containsSubsequence("outline 1", "outline 0", "detail 1", "detail 0", "outline 2");
    }

    @Test
    void anOriginalThatIsWantedIsTheFirstOfTheOriginals() {
        wanted.on(new Interest(List.of(new Want(photos.get(2), Rendition.ORIGINAL, 0))));
        assertThat(order()).endsWith("polish 2", "original 2", "original 0", "original 1");
    }

    @Test
    void onlyTheLastWordHoldsAndNoneOnANewConnection() {
        List<String> before = order();
        wanted.on(new Interest(List.of(working(2, 1))));
        wanted.on(new Interest(List.of()));
        assertThat(order()).isEqualTo(before);
        wanted.on(new Interest(List.of(working(1, 1))));
        wanted.forget();
        assertThat(order()).isEqualTo(before);
    }

    private Want working(int photo, int viewers) {
        return new Want(photos.get(photo), Rendition.WORKING, viewers);
    }

    private record Part(String name, Usefulness usefulness) {}

    private List<String> order() {
        List<Part> parts = new ArrayList<>();
        for (int photo = 0; photo < photos.size(); photo++) {
            int number = photo;
            parts.add(part("preview " + photo, number, Rendition.PREVIEW, Stage.OUTLINE));
            parts.add(part("original " + photo, number, Rendition.ORIGINAL, Stage.OUTLINE));
            Arrays.stream(Stage.values())
                    .map(stage -> part(
                            stage.name().toLowerCase(Locale.ROOT) + " " + number, number, Rendition.WORKING, stage))
                    .forEach(parts::add);
        }
        return parts.stream()
                .sorted(Comparator.comparing(Part::usefulness))
                .map(Part::name)
                .toList();
    }

    private Part part(String name, int photo, Rendition rendition, Stage stage) {
        return new Part(name, wanted.usefulness(photos.get(photo), photo, rendition, stage));
    }
}
