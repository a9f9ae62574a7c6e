package io.pinhole.loadtest.demo;

import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The files that a run needs and makes, all in one folder. */
record Props(Path folder) {

    private static final int STAMP_SIDE = 16;
    private static final int HAND_POINTS = 75;
    private static final int MARK_POINTS = 40;
    private static final int HAND_MILLIS = 8;

    /** @param photo to share first, instead of our own */
    static Props lay(Path folder, Optional<Path> photo) throws IOException {
        Props props = new Props(folder);
        Files.createDirectories(props.saved());
        Files.createDirectories(props.fetched());
        copy("speech.wav", props.speech());
        copy("photos/rocket.jpg", props.rocket());
        copy("photos/retina.jpg", props.retina());
        if (photo.isPresent()) {
            Files.copy(photo.get(), props.own());
        }
        Files.writeString(props.hand(), waves());
        Files.writeString(props.mark(), straight());
        BufferedImage stamp = new BufferedImage(STAMP_SIDE, STAMP_SIDE, BufferedImage.TYPE_BYTE_GRAY);
        ImageIO.write(stamp, "jpg", props.stamp().toFile());
        return props;
    }

    Path speech() {
        return folder.resolve("speech.wav");
    }

    /** What the operator shares. */
    Path file(Shot shot) {
        return switch (shot) {
            case KEY, SECOND, DRAFT -> rocket();
            case FIRST -> Files.exists(own()) ? own() : retina();
            case THIRD -> retina();
        };
    }

    /** What the operator's camera takes, ready before: two of them are to be on their way at once. */
    String shots() {
        return Stream.of(Shot.KEY, Shot.SECOND, Shot.THIRD)
                .map(shot -> file(shot).toString())
                .collect(Collectors.joining(","));
    }

    private Path rocket() {
        return folder.resolve("rocket.jpg");
    }

    private Path retina() {
        return folder.resolve("retina.jpg");
    }

    private Path own() {
        return folder.resolve("own.jpg");
    }

    /** A stroke as a hand drew it. */
    Path hand() {
        return folder.resolve("hand.txt");
    }

    /** For a bit more than half a second, a point every 8 ms. */
    private static String waves() {
        return IntStream.range(0, HAND_POINTS)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "%d %d %d",
                        20_000 + 250 * i,
                        30_000 + Math.round(3000 * Math.sin(i / 6.0)),
                        HAND_MILLIS * i))
                .collect(Collectors.joining("\n"));
    }

    /** A stroke of a marking pen. */
    Path mark() {
        return folder.resolve("mark.txt");
    }

    private static String straight() {
        return IntStream.range(0, MARK_POINTS)
                .mapToObj(i -> String.format(Locale.ROOT, "%d %d %d", 24_000 + 300 * i, 26_200, HAND_MILLIS * i))
                .collect(Collectors.joining("\n"));
    }

    /** A picture for those who may not share any; so small that a poor line does not mind it. */
    Path stamp() {
        return folder.resolve("stamp.jpg");
    }

    /** Where the expert saves what it gets. */
    Path saved() {
        return folder.resolve("saved");
    }

    Path saved(String photo, String rendition) {
        return saved().resolve(photo + "-" + rendition + ".jpg");
    }

    private Path fetched() {
        return folder.resolve("fetched");
    }

    /** Where the CMS puts what it is answered. */
    Path fetched(Errand errand) {
        return fetched().resolve(errand.word());
    }

    Path events(Part part) {
        return folder.resolve(part.word() + ".events");
    }

    private static void copy(String resource, Path to) throws IOException {
        try (InputStream in = Props.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource + " is missing from this program");
            }
            Files.copy(in, to);
        }
    }
}
