package io.pinhole.relay.auth;

import io.pinhole.relay.config.ConfigException;
import io.pinhole.relay.config.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The keys that sign and verify tokens: one, or two while one is being replaced. They lie in a file of lines
 * {@code <id> <secret in hexadecimal>}, of which the first signs and all verify.
 */
public final class SigningKeys {

    private static final int MAX_KEYS = 2;
    private static final String HEADER = """
            # The keys of this relay's tokens: id and secret, one key a line. The first signs, all verify.
            # Whoever reads this file can join any call. To replace a key, put the new one above the old.
            """;

    private final List<SigningKey> keys;

    private SigningKeys(List<SigningKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * The keys of a data folder; they are made if it holds neither keys nor data.
     *
     * @throws ConfigException if the keys are missing, unfit, or readable by everybody
     */
    public static SigningKeys load(DataFolder folder) {
        Path file = folder.keys();
        try {
            if (!Files.exists(file)) {
                create(folder);
            }
            return new SigningKeys(parse(file, PrivateFile.read(file)));
        } catch (IOException e) {
            throw new ConfigException("cannot read or make the signing keys " + file + ": " + e, e);
        }
    }

    /** New keys do not fit old data: with them, everybody who holds a token would be locked out without a word. */
    private static void create(DataFolder folder) throws IOException {
        if (Files.exists(folder.database())) {
            throw new ConfigException("the data folder " + folder + " has data but no signing keys; put "
                    + folder.keys() + " back from a backup");
        }
        folder.create();
        SigningKey key = SigningKey.random();
        PrivateFile.create(
                folder.keys(), HEADER + key.id() + " " + HexFormat.of().formatHex(key.secret()) + "\n");
    }

    private static List<SigningKey> parse(Path file, String text) {
        List<SigningKey> keys = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                keys.add(parseLine(line.strip(), file + " line " + number));
            }
        }
        if (keys.isEmpty() || keys.size() > MAX_KEYS) {
            throw new ConfigException(file + " has " + keys.size() + " keys; one or two are needed");
        }
        if (keys.stream().map(SigningKey::id).distinct().count() < keys.size()) {
            throw new ConfigException(file + " has two keys with the same id");
        }
        return keys;
    }

    private static SigningKey parseLine(String line, String where) {
        String[] words = line.split("\\s+", -1);
        if (words.length != 2) {
            throw new ConfigException(where + " is not: <id> <secret in hexadecimal>");
        }
        try {
            return new SigningKey(words[0], HexFormat.of().parseHex(words[1]));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(where + ": the secret is not hexadecimal"); // no cause: it quotes the secret
        } catch (ConfigException e) {
            throw new ConfigException(where + ": " + e.getMessage(), e);
        }
    }

    /** The key that signs new tokens. */
    SigningKey signing() {
        return keys.get(0);
    }

    Optional<SigningKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return keys.toString();
    }
}
