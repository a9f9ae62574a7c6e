package io.pinhole.client;

import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.WidgetKind;

/**
 * A stroke that somebody is drawing, as much of it as has come.
 *
 * @param participant who draws it
 * @param widget that it will be
 * @param colour ARGB
 * @param width in units
 */
public record LiveStroke(int participant, WidgetId widget, WidgetKind kind, int colour, int width, Ink ink) {

    LiveStroke with(Ink grown) {
        return new LiveStroke(participant, widget, kind, colour, width, grown);
    }
}
