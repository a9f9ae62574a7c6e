package io.pinhole.protocol.frame;

import com.google.protobuf.ByteString;
import java.util.HexFormat;

/** A widget's id: 16 random bytes made by its client, unique within its photo. */
public record WidgetId(long high, long low) {

    public static WidgetId random() {
        return of(Id128.random());
    }

    /** @throws IllegalArgumentException if these are not 16 bytes */
    public static WidgetId of(byte[] bytes) {
        return of(Id128.of(bytes, "a widget id"));
    }

    /** @throws IllegalArgumentException if this is not 32 hexadecimal digits */
    public static WidgetId parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    static WidgetId of(ByteString bytes) throws WireException {
        return of(Id128.of(bytes, "widget id"));
    }

    private static WidgetId of(Id128 id) {
        return new WidgetId(id.high(), id.low());
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
