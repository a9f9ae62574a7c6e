package io.pinhole.relay.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where each of the relay's files lies in its data folder. */
public record DataFolder(Path root) {

    /** Makes the folder, for its owner alone, unless it is there. */
    public void create() throws IOException {
        if (Files.isDirectory(root)) {
            return;
        }
        if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(root);
        }
    }

    public Path database() {
        return root.resolve("pinhole.db");
    }

    /** Locked while a relay runs on this folder. */
    public Path lock() {
        return root.resolve("lock");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path certificate() {
        return root.resolve("cert.pem");
    }

    public Path certificateKey() {
        return root.resolve("key.pem");
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
