package io.pinhole.relay.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.relay.config.ConfigException;
import io.pinhole.relay.config.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SigningKeysTest {

    @TempDir
    Path temporary;

    @Test
    void anEmptyFolderGetsAKeyForItsOwnerAloneAndKeepsIt() throws Exception {
        DataFolder folder = new DataFolder(temporary.resolve("new"));
        SigningKey made = SigningKeys.load(folder).signing();
        SigningKey found = SigningKeys.load(folder).signing();

        assertThat(found.id()).isEqualTo(made.id());
        assertThat(found.secret()).isEqualTo(made.secret()).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.keys())))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder.root())) {
            assertThat(files).containsExactly(folder.keys());
        }
    }

    @Test
    void dataWithoutKeysIsRefused() throws Exception {
        DataFolder folder = new DataFolder(temporary);
        Files.createFile(folder.database());

        assertThatThrownBy(() -> SigningKeys.load(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("has data but no signing keys")
                .hasMessageContaining(folder.keys().toString());
        assertThat(folder.keys()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-----w-"})
    void aKeyFileOpenToEverybodyIsRefused(String permissions) throws Exception {
        DataFolder folder = TestKeys.write(temporary, "k1 " + TestKeys.SECRET_A);
        Files.setPosixFilePermissions(folder.keys(), PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> SigningKeys.load(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void theFirstOfTwoKeysSignsAndBothAreFound() throws Exception {
        SigningKeys keys = TestKeys.of(
                temporary, "# new\nk2 " + TestKeys.SECRET_B + "\n\n# old\n  k1  " + TestKeys.SECRET_A + "\n");

        assertThat(keys.signing().id()).isEqualTo("k2");
        assertThat(keys.find("k1").orElseThrow().secret()[0]).isEqualTo((byte) 0xa1);
        assertThat(keys.find("k3")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "k1",
                "k1 a1a1a1a1",
                "k1 a1a1 b2b2",
                "k1 not-hexadecimal",
                "k/1 a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
            })
    void unfitKeysAreRefusedWithoutShowingThem(String content) throws Exception {
        DataFolder folder = TestKeys.write(temporary, content);

        assertThatThrownBy(() -> SigningKeys.load(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(folder.keys().toString())
                .hasMessageNotContainingAny("a1a1", "not-hex");
    }

    @Test
    void threeKeysOrTwoOfOneIdAreRefused() throws Exception {
        String key = " " + TestKeys.SECRET_A + "\n";
        assertThatThrownBy(() -> TestKeys.of(temporary, "k1" + key + "k2" + key + "k3" + key))
                .hasMessageContaining("has 3 keys");
        assertThatThrownBy(() -> TestKeys.of(temporary, "k1" + key + "k1" + key))
                .hasMessageContaining("same id");
    }

    @Test
    void secretsAreNotPrinted() throws Exception {
        assertThat(TestKeys.of(temporary, "k1 " + TestKeys.SECRET_A)).hasToString("[key k1]");
    }
}
