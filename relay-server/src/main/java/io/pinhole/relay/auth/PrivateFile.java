package io.pinhole.relay.auth;

import io.pinhole.relay.config.ConfigException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** A file with a secret in it: whole or absent, never replaced, and for its owner only. */
final class PrivateFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private PrivateFile() {}

    /**
     * Writes the file unless it is there already, so that of two processes that start together one wins.
     *
     * @return whether it was this call that wrote it
     */
    static boolean create(Path file, String content) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            write(whole, content);
            Files.createLink(file, whole); // unlike a move, it fails if the file is there
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** @throws ConfigException if others than its owner and group may read or write it */
    static String read(Path file) throws IOException {
        if (hasPosix(file)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.contains(PosixFilePermission.OTHERS_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new ConfigException(file + " is open to everybody on this machine; run: chmod 600 " + file);
            }
        }
        return Files.readString(file);
    }

    private static void write(Path file, String content) throws IOException {
        FileAttribute<?>[] attributes = hasPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(
                        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
                OutputStream out = Channels.newOutputStream(channel)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
            channel.force(true);
        }
    }

    private static boolean hasPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
