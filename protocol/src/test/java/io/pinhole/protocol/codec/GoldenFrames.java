package io.pinhole.protocol.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The frames of {@code golden/frames.txt}: what the bytes of each sample were when it was added. */
final class GoldenFrames {

    private static final String FILE = "/golden/frames.txt";

    private GoldenFrames() {}

    /** Name to the whole frame with its length, in the order of the file. */
    static Map<String, byte[]> read() {
        Map<String, byte[]> frames = new LinkedHashMap<>();
        for (String line : text().split("\n")) {
            if (!line.startsWith("#")) {
                String[] nameAndHex = line.split(" ");
                byte[] before = frames.put(nameAndHex[0], HexFormat.of().parseHex(nameAndHex[1]));
                if (before != null) {
                    throw new IllegalStateException(nameAndHex[0] + " is twice in " + FILE);
                }
            }
        }
        return frames;
    }

    private static String text() {
        try (InputStream in = GoldenFrames.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
