package io.pinhole.loadtest.demo;

import io.pinhole.client.PreparedRendition;
import io.pinhole.client.desktop.DesktopRenditions;
import io.pinhole.protocol.frame.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** What the operator's application makes of its files. */
final class Pictures {

    private Pictures() {}

    static List<PreparedRendition> of(Path file) throws IOException {
        try {
            return DesktopRenditions.of(file, DesktopRenditions.DEFAULT_MAX_SIDE)
                    .prepared("")
                    .renditions();
        } catch (RefusedException e) {
            throw new IOException(file + " cannot be read as a photo: " + e.getMessage(), e);
        }
    }

    /** The original, if that is sent. */
    static PreparedRendition best(Path file) throws IOException {
        return of(file).stream()
                .max(Comparator.comparing(made -> made.info().rendition()))
                .orElseThrow(() -> new IOException("nothing was made of " + file));
    }
}
