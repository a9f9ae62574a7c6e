package io.pinhole.loadtest.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/** S6: a shared photo is a box with title, date and preview at the others; the list is told of changes. */
final class BoxCheck implements Check {

    private final Props props;
    private final String newTitle;

    /** @param newTitle that the operator gives its first photo afterwards */
    BoxCheck(Props props, String newTitle) {
        this.props = props;
        this.newTitle = newTitle;
    }

    @Override
    public String behaviour() {
        return "S6";
    }

    @Override
    public Finding on(Story story) throws IOException {
        Optional<String> first = story.photo(Shot.FIRST);
        if (first.isEmpty()) {
            return Finding.of(List.of("no photo was published"), "", List.of());
        }
        String photo = first.get();
        List<Happening> entries = story.at(Part.EXPERT, "photo")
                .filter(entry -> entry.has("photo", photo))
                .toList();
        Optional<Happening> shared = story.at(Part.OPERATOR, "shared")
                .filter(share -> share.has("photo", photo))
                .findFirst();
        Optional<Happening> preview = story.at(Part.EXPERT, "photo-complete")
                .filter(complete -> complete.has("photo", photo) && complete.has("rendition", "preview"))
                .findFirst();
        Optional<Happening> renaming = story.action(Part.OPERATOR, "rename");
        Optional<Happening> renamed =
                entries.stream().filter(entry -> entry.has("title", newTitle)).findFirst();
        if (entries.isEmpty() || shared.isEmpty() || preview.isEmpty() || renaming.isEmpty() || renamed.isEmpty()) {
            return Finding.of(
                    List.of(
                            entries.isEmpty()
                                    ? "no entry at the expert"
                                    : preview.isEmpty()
                                            ? "no preview at the expert"
                                            : "the expert was not told of the new title"),
                    "",
                    entries);
        }
        return judge(entries.get(0), shared.get(), preview.get(), renaming.get(), renamed.get());
    }

    private Finding judge(Happening entry, Happening shared, Happening preview, Happening renaming, Happening renamed)
            throws IOException {
        List<String> complaints = new ArrayList<>();
        if (entry.text("title").isBlank() || entry.number("updatedMillis") <= 0) {
            complaints.add("the box has no title or no date");
        }
        long moved = renamed.number("updatedMillis") - entry.number("updatedMillis");
        if (moved <= 0) {
            complaints.add("the update date did not move");
        }
        Optional<BufferedImage> picture = picture(props.saved(entry.text("photo"), "preview"));
        if (picture.isEmpty()) {
            complaints.add("the preview is no picture");
        }
        String evidence = String.format(
                Locale.ROOT,
                "\"%s\" with its date %s after the shot, preview of %s and %,d bytes after %s; renamed: told after %s, date moved by %,d ms",
                entry.text("title"),
                Spans.between(shared, entry),
                picture.map(p -> p.getWidth() + " x " + p.getHeight()).orElse("nothing"),
                preview.number("bytes"),
                Spans.between(shared, preview),
                Spans.between(renaming, renamed),
                moved);
        return Finding.of(complaints, evidence, List.of(shared, entry, preview, renaming, renamed));
    }

    private static Optional<BufferedImage> picture(Path file) throws IOException {
        return Files.exists(file) ? Optional.ofNullable(ImageIO.read(file.toFile())) : Optional.empty();
    }
}
