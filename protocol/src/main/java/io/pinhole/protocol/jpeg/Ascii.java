package io.pinhole.protocol.jpeg;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Identifiers at the beginning of application segments. */
final class Ascii {

    private Ascii() {}

    static byte[] bytes(String identifier) {
        return identifier.getBytes(StandardCharsets.US_ASCII);
    }

    static boolean startsWith(ByteBuffer content, String identifier) {
        byte[] expected = bytes(identifier);
        return content.remaining() >= expected.length
                && content.slice(content.position(), expected.length).equals(ByteBuffer.wrap(expected));
    }
}
