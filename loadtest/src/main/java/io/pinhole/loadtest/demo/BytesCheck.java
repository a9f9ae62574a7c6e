package io.pinhole.loadtest.demo;

import io.pinhole.client.PreparedRendition;
import io.pinhole.client.desktop.DesktopRenditions;
import io.pinhole.protocol.frame.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Besides all else: what the expert has is byte for byte what the operator's application made of its files. */
final class BytesCheck implements Check {

    private final Props props;
    private final List<Path> shots;

    /** @param shots the operator's files, in order */
    BytesCheck(Props props, List<Path> shots) {
        this.props = props;
        this.shots = List.copyOf(shots);
    }

    @Override
    public String behaviour() {
        return "bytes";
    }

    @Override
    public Finding on(Story story) throws IOException {
        List<String> photos = story.shots();
        List<String> complaints = new ArrayList<>();
        long bytes = 0;
        int files = 0;
        for (int i = 0; i < shots.size(); i++) {
            for (PreparedRendition made : renditions(shots.get(i))) {
                String name = made.info().rendition().name().toLowerCase(Locale.ROOT);
                if (i >= photos.size() || !isSame(props.saved(photos.get(i), name), made)) {
                    complaints.add("photo " + (i + 1) + ", " + name + ", is not the same");
                }
                files++;
                bytes += made.info().size();
            }
        }
        return Finding.of(
                complaints,
                String.format(
                        Locale.ROOT,
                        "%d photos in %d files, previews, working copies and originals, %,d bytes, equal at the expert",
                        shots.size(),
                        files,
                        bytes),
                story.at(Part.EXPERT, "photo-complete")
                        .filter(complete -> photos.contains(complete.text("photo")))
                        .toList());
    }

    private static List<PreparedRendition> renditions(Path file) throws IOException {
        try {
            return DesktopRenditions.of(file, DesktopRenditions.DEFAULT_MAX_SIDE)
                    .prepared("")
                    .renditions();
        } catch (RefusedException e) {
            throw new IOException(file + " cannot be read as a photo: " + e.getMessage(), e);
        }
    }

    private static boolean isSame(Path saved, PreparedRendition made) throws IOException {
        return Files.isRegularFile(saved)
                && ByteBuffer.wrap(Files.readAllBytes(saved)).equals(made.view());
    }
}
