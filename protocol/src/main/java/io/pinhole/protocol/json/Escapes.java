package io.pinhole.protocol.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.Serial;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is escaped besides what JSON demands: ends of lines that JSON allows, and halves of characters. */
final class Escapes extends CharacterEscapes {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
        return standardAsciiEscapesForJSON();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        boolean endsALine = c == 0x2028 || c == 0x2029;
        boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE; // UTF-8 has none that is alone
        return endsALine || isHalf ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", c)) : null;
    }
}
