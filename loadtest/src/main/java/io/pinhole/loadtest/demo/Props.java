package io.pinhole.loadtest.demo;

import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/** The files that a run needs and makes, all in one folder. */
record Props(Path folder) {

    private static final int STAMP_SIDE = 64;

    /** @param photo to share first, instead of our own */
    static Props lay(Path folder, Optional<Path> photo) throws IOException {
        Props props = new Props(folder);
        Files.createDirectories(props.saved());
        copy("speech.wav", props.speech());
        copy("photos/rocket.jpg", props.secondShot());
        if (photo.isPresent()) {
            Files.copy(photo.get(), props.firstShot());
        } else {
            copy("photos/retina.jpg", props.firstShot());
        }
        BufferedImage stamp = new BufferedImage(STAMP_SIDE, STAMP_SIDE, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(stamp, "jpg", props.stamp().toFile());
        return props;
    }

    Path speech() {
        return folder.resolve("speech.wav");
    }

    Path firstShot() {
        return folder.resolve("first.jpg");
    }

    Path secondShot() {
        return folder.resolve("second.jpg");
    }

    /** A picture for those who may not share any. */
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
