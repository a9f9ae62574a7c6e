package io.pinhole.relay.permission;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a client can ask, by the names of the table's rows. */
final class Deeds {

    private static final Map<String, Deed> ALL = Stream.of(
                    CallDeeds.all(), PhotoDeeds.all(), WidgetDeeds.all(), CaptureDeeds.all())
            .flatMap(deeds -> deeds.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Deeds() {}

    static Deed named(String name) {
        Deed deed = ALL.get(name);
        if (deed == null) {
            throw new IllegalArgumentException("nobody knows how to " + name);
        }
        return deed;
    }

    static Set<String> names() {
        return ALL.keySet();
    }
}
