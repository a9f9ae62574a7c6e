package io.pinhole.protocol.jpeg;

import java.util.HashSet;
import java.util.Set;

/**
 * Tells the scan with which only the last bit of luma's AC coefficients is still to come: it refines them to the end,
 * when all components have been sketched.
 */
final class LumaPolish {

    private final Frame frame;
    private final Set<Integer> sketched = new HashSet<>();
    private boolean begun;

    LumaPolish(Frame frame) {
        this.frame = frame;
    }

    /** The header of a scan of one component was read. */
    void scan(Frame.Component component, Spectrum spectrum) {
        if (spectrum.first() == 0) {
            return;
        }
        sketched.add(component.id());
        begun |= frame.components().get(0).equals(component)
                && spectrum.highBit() > 0
                && spectrum.lowBit() == 0
                && sketched.size() == frame.components().size();
    }

    /** Whether the newest scan, or one before it, is that scan. */
    boolean hasBegun() {
        return begun;
    }
}
