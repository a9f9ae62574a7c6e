package io.pinhole.protocol.frame;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;

/** 16 bytes, random: what client-made ids are made of. */
record Id128(long high, long low) {

    static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Id128 random() {
        return new Id128(RANDOM.nextLong(), RANDOM.nextLong());
    }

    private static Id128 of(ByteBuffer bytes) {
        return new Id128(bytes.getLong(), bytes.getLong());
    }

    /** @throws IllegalArgumentException if these are not 16 bytes */
    static Id128 of(byte[] bytes, String what) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(what + " has " + BYTES + " bytes, not " + bytes.length);
        }
        return of(ByteBuffer.wrap(bytes));
    }

    static Id128 of(ByteString bytes, String field) throws WireException {
        if (bytes.size() != BYTES) {
            throw WireException.malformed(field + " has " + bytes.size() + " bytes instead of " + BYTES);
        }
        return of(bytes.asReadOnlyByteBuffer());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
