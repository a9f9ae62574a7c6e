package io.pinhole.loadtest.demo;

import io.pinhole.client.PreparedRendition;
import io.pinhole.protocol.frame.Rendition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Besides all else: the pictures at the expert are byte for byte what the operator's application made of its files. */
final class BytesCheck implements Check {

    private final Props props;

    BytesCheck(Props props) {
        this.props = props;
    }

    @Override
    public String behaviour() {
        return "bytes";
    }

    @Override
    public Finding on(Story story) throws IOException {
        List<String> complaints = new ArrayList<>();
        long bytes = 0;
        int files = 0;
        for (Shot shot : Shot.values()) {
            Optional<String> photo = story.photo(shot);
            for (PreparedRendition made : pictures(props.file(shot))) {
                String name = made.info().rendition().name().toLowerCase(Locale.ROOT);
                if (photo.isEmpty() || !isSame(props.saved(photo.get(), name), made)) {
                    complaints.add("photo " + shot.number() + ", " + name + ", is not the same");
                }
                files++;
                bytes += made.info().size();
            }
        }
        return Finding.of(
                complaints,
                String.format(
                        Locale.ROOT,
                        "%d photos in %d files, working copies and originals, %,d bytes, equal at the expert",
                        Shot.values().length,
                        files,
                        bytes),
                story.at(Part.EXPERT, "photo-complete")
                        .filter(complete -> !complete.has("rendition", "preview"))
                        .toList());
    }

    /** All but the preview. */
    private static List<PreparedRendition> pictures(Path file) throws IOException {
        return Pictures.of(file).stream()
                .filter(made -> made.info().rendition() != Rendition.PREVIEW)
                .toList();
    }

    private static boolean isSame(Path saved, PreparedRendition made) throws IOException {
        return Files.isRegularFile(saved)
                && ByteBuffer.wrap(Files.readAllBytes(saved)).equals(made.view());
    }
}
