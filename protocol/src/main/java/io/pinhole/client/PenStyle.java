package io.pinhole.client;

import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.WidgetKind;

/**
 * How a stroke looks.
 *
 * @param colour ARGB
 * @param width in units
 * @param opacity 0 to 255
 */
public record PenStyle(int colour, int width, int opacity) {

    public static final PenStyle RED = new PenStyle(0xffe53935, 200, 255);
    public static final PenStyle HIGHLIGHTER = new PenStyle(0xffffeb3b, 1200, 96);

    /** Of the widget that a stroke becomes. */
    public Fields fields(WidgetKind kind, Ink ink) {
        return Fields.builder()
                .stroke(colour)
                .width(width)
                .opacity(opacity)
                .ink(ink)
                .build()
                .besidesDefaults(kind);
    }
}
