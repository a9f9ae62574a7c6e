package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.WidgetId;
import java.util.List;

/**
 * What an operation came to.
 *
 * @param removed those that it deleted
 * @param changed all that are not as before, those included
 */
public record Applied(WidgetState state, List<WidgetId> removed, List<WidgetId> changed) {

    public Applied {
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }
}
