package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.jpeg.Landmarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Photos that move through their stages while others wait. */
final class PhotoOrderTest {

    private static final int PREVIEW = 2000;
    private static final int DETAIL = 11_000;
    private static final int POLISH = 30_000;
    private static final int SIZE = 50_000;
    private static final int ORIGINAL = 100_000;

    private final PhotoQueue queue = new PhotoQueue();
    private final Map<Integer, Integer> sent = new HashMap<>();
    private final List<Moving> all = new ArrayList<>();
    private int viewed;

    @Test
    void previewsThenTheViewedPhotoThenOutlinesThenDetailsThenPolishThenOriginals() {
        add(1, 2, 3);
        viewed = 2;
        List<String> stages = finished(Integer.MAX_VALUE);
        assertThat(stages)
                .containsExactly(
                        "preview 3",
                        "preview 2",
                        "preview 1",
                        "outline 2",
                        "detail 2",
                        "outline 1",
                        "outline 3",
                        "detail 1",
                        "detail 3",
                        "polish 2",
                        "polish 1",
                        "polish 3",
                        "original 2",
                        "original 1",
                        "original 3");
    }

    @Test
    void whoLooksElsewhereGetsThatFromTheNextChunkOn() {
        add(1, 2);
        viewed = 1;
        finished(2 * 4 + 5);
        viewed = 2;
        assertThat(next().source.photo).isEqualTo(2);
        viewed = 1;
        assertThat(next().source.photo).isEqualTo(1);
    }

    @Test
    void aPreviewThatComesInTheMiddleGoesAhead() {
        add(1);
        finished(20);
        add(2);
        List<Integer> handles =
                IntStream.range(0, 4).map(i -> next().handle).boxed().toList();
        assertThat(handles).containsOnly(20);
    }

    @Test
    void noChunkButATinyOneHoldsBytesOfTwoStages() {
        add(1, 2);
        while (queue.hasBytes()) {
            Taken taken = next();
            if (taken.source.rendition == Rendition.WORKING) {
                assertThat(taken.from < DETAIL && taken.from + taken.bytes > DETAIL)
                        .isFalse();
                assertThat(taken.from < POLISH && taken.from + taken.bytes > POLISH)
                        .isFalse();
            }
        }
    }

    @Test
    void whoeverWaitsIsServedOnceInAsManyTurnsAsThereAreSources() {
        source(1, Rendition.PREVIEW, Integer.MAX_VALUE); // always the most useful
        for (int photo = 2; photo < 8; photo++) {
            source(photo, Rendition.WORKING, SIZE);
            source(photo, Rendition.ORIGINAL, ORIGINAL);
        }
        int sources = all.size();
        for (int round = 0; round < 10; round++) {
            sent.clear();
            for (int chunk = 0; chunk < sources * PhotoQueue.FAIR_SHARE; chunk++) {
                next();
            }
            assertThat(sent).hasSize(sources).containsValues(504);
            assertThat(sent.get(10)).isGreaterThan(504 * sources * (PhotoQueue.FAIR_SHARE - 2));
        }
    }

    // ------------------------------------------------------------------ doing

    private void add(int... photos) {
        for (int photo : photos) {
            source(photo, Rendition.ORIGINAL, ORIGINAL);
            source(photo, Rendition.WORKING, SIZE);
            source(photo, Rendition.PREVIEW, PREVIEW);
        }
    }

    private void source(int photo, Rendition rendition, int size) {
        Moving source = new Moving(photo, rendition, size);
        all.add(source);
        queue.add(source);
    }

    /** In which order stages came to their ends. */
    private List<String> finished(int chunks) {
        List<String> stages = new ArrayList<>();
        for (int i = 0; i < chunks && queue.hasBytes(); i++) {
            Taken taken = next();
            taken.source.ended(taken.from, taken.bytes).ifPresent(stages::add);
        }
        return stages;
    }

    private record Taken(Moving source, int handle, int from, int bytes) {}

    private Taken next() {
        Chunk chunk = queue.next(504);
        int bytes = chunk.data().readableBytes();
        chunk.release();
        int from = sent.getOrDefault(chunk.handle(), 0);
        sent.put(chunk.handle(), from + bytes);
        Moving source = all.stream()
                .filter(moving -> moving.handle() == chunk.handle())
                .findFirst()
                .orElseThrow();
        return new Taken(source, chunk.handle(), from, bytes);
    }

    /** Knows its landmarks from the start. */
    private final class Moving implements PhotoSource {

        private final int photo;
        private final Rendition rendition;
        private final int size;
        private final Landmarks landmarks;
        private int position;

        Moving(int photo, Rendition rendition, int size) {
            this.photo = photo;
            this.rendition = rendition;
            this.size = size;
            this.landmarks = rendition == Rendition.WORKING
                    ? new Landmarks(DETAIL, POLISH, true)
                    : new Landmarks(size, size, false);
        }

        @Override
        public int handle() {
            return 10 * photo + rendition.number();
        }

        @Override
        public Usefulness usefulness() {
            Worth worth = Worth.of(rendition, landmarks.stageAt(position), photo == viewed);
            return new Usefulness(worth, worth == Worth.PREVIEW ? -photo : 0);
        }

        @Override
        public int available() {
            return size - position;
        }

        @Override
        public @Nullable ByteBuf pull(int max) {
            int bytes = Math.min(landmarks.piece(position, max), available());
            position += bytes;
            return bytes == 0 ? null : Unpooled.buffer().writeZero(bytes);
        }

        @Override
        public boolean isExhausted() {
            return position == size;
        }

        /** What came to its end with this piece. */
        Optional<String> ended(int from, int bytes) {
            int to = from + bytes;
            if (rendition != Rendition.WORKING) {
                return to == size
                        ? Optional.of(rendition.name().toLowerCase(Locale.ROOT) + " " + photo)
                        : Optional.empty();
            }
            if (from < DETAIL && to >= DETAIL) {
                return Optional.of("outline " + photo);
            }
            if (from < POLISH && to >= POLISH) {
                return Optional.of("detail " + photo);
            }
            return to == size ? Optional.of("polish " + photo) : Optional.empty();
        }
    }
}
