package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.WidgetId;

/** One field of one widget. */
public record Slot(WidgetId widget, Field field) {}
