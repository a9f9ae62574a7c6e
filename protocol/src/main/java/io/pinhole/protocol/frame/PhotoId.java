package io.pinhole.protocol.frame;

import com.google.protobuf.ByteString;
import java.util.HexFormat;

/** A photo's id: 16 random bytes made by its client, unique within the call. */
public record PhotoId(long high, long low) {

    public static PhotoId random() {
        return of(Id128.random());
    }

    /** @throws IllegalArgumentException if these are not 16 bytes */
    public static PhotoId of(byte[] bytes) {
        return of(Id128.of(bytes, "a photo id"));
    }

    /** @throws IllegalArgumentException if this is not 32 hexadecimal digits */
    public static PhotoId parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    static PhotoId of(ByteString bytes) throws WireException {
        return of(Id128.of(bytes, "photo id"));
    }

    private static PhotoId of(Id128 id) {
        return new PhotoId(id.high(), id.low());
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
