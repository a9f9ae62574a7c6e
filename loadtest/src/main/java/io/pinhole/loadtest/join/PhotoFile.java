package io.pinhole.loadtest.join;

import io.pinhole.client.PreparedPhoto;
import io.pinhole.client.desktop.DesktopRenditions;
import io.pinhole.client.desktop.Redaction;
import io.pinhole.protocol.frame.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes what is shared of a photo out of a camera's file. */
final class PhotoFile {

    private PhotoFile() {}

    /**
     * A new photo with preview, working copy and, if that is another file, original.
     *
     * @param redactions to be burnt into all of them
     * @throws IllegalArgumentException naming the file and what is wrong with it
     */
    static PreparedPhoto prepare(Path file, String title, List<Redaction> redactions) {
        try {
            return renditions(file, redactions).prepared(title);
        } catch (IOException | RefusedException e) {
            throw cannotBeShared(file, e);
        }
    }

    /**
     * A new photo of which the file without its metadata is the working copy.
     *
     * @throws IllegalArgumentException naming the file and what is wrong with it
     */
    static PreparedPhoto asIs(Path file, String title) {
        try {
            DesktopRenditions made = renditions(file, List.of());
            return new DesktopRenditions(made.original(), Optional.empty(), made.preview()).prepared(title);
        } catch (IOException | RefusedException e) {
            throw cannotBeShared(file, e);
        }
    }

    private static DesktopRenditions renditions(Path file, List<Redaction> redactions)
            throws IOException, RefusedException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException("there is no such file");
        }
        return DesktopRenditions.of(file, DesktopRenditions.DEFAULT_MAX_SIDE, redactions);
    }

    private static IllegalArgumentException cannotBeShared(Path file, Exception why) {
        return new IllegalArgumentException(file + " cannot be shared: " + why.getMessage(), why);
    }
}
