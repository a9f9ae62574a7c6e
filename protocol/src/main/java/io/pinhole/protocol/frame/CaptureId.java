package io.pinhole.protocol.frame;

import com.google.protobuf.ByteString;
import java.util.HexFormat;

/** A capture's id: 16 random bytes made by its client, unique for ever. */
public record CaptureId(long high, long low) {

    public static CaptureId random() {
        return of(Id128.random());
    }

    /** @throws IllegalArgumentException if these are not 16 bytes */
    public static CaptureId of(byte[] bytes) {
        return of(Id128.of(bytes, "a capture id"));
    }

    /** @throws IllegalArgumentException if this is not 32 hexadecimal digits */
    public static CaptureId parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    static CaptureId of(ByteString bytes) throws WireException {
        return of(Id128.of(bytes, "capture id"));
    }

    private static CaptureId of(Id128 id) {
        return new CaptureId(id.high(), id.low());
    }

    public byte[] bytes() {
        return new Id128(high, low).bytes();
    }

    ByteString toByteString() {
        return ByteString.copyFrom(bytes());
    }

    @Override
    public String toString() {
        return new Id128(high, low).toString();
    }
}
