package io.pinhole.relay.auth;

import io.pinhole.relay.config.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Key files written by hand, as somebody who operates a relay would. */
final class TestKeys {

    static final String SECRET_A = "a1".repeat(32);
    static final String SECRET_B = "b2".repeat(32);

    private TestKeys() {}

    static DataFolder write(Path folder, String content) throws IOException {
        DataFolder data = new DataFolder(folder);
        data.create();
        Files.writeString(data.keys(), content);
        Files.setPosixFilePermissions(data.keys(), PosixFilePermissions.fromString("rw-------"));
        return data;
    }

    static SigningKeys of(Path folder, String content) throws IOException {
        return SigningKeys.load(write(folder, content));
    }
}
