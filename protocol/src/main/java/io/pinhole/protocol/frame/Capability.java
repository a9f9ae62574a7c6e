package io.pinhole.protocol.frame;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What a side can do beyond the first version of the protocol. Numbers that are not known are ignored. */
public enum Capability {
    /** Widgets: the delta class and its frames. */
    ANNOTATE(1),
    /** Saving photos. */
    CAPTURE(2);

    private final int number;

    Capability(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    static Set<Capability> known(Collection<Integer> numbers) {
        Set<Capability> known = EnumSet.noneOf(Capability.class);
        for (Capability capability : values()) {
            if (numbers.contains(capability.number)) {
                known.add(capability);
            }
        }
        return known;
    }
}
