package io.pinhole.protocol.frame;

import io.pinhole.protocol.proto.PresenceValue;

/** Whether a participant can hear us. */
public enum Presence {
    HERE(PresenceValue.PRESENCE_HERE),
    RECONNECTING(PresenceValue.PRESENCE_RECONNECTING),
    GONE(PresenceValue.PRESENCE_GONE);

    private final PresenceValue wire;

    Presence(PresenceValue wire) {
        this.wire = wire;
    }

    PresenceValue wire() {
        return wire;
    }

    static Presence of(PresenceValue value) throws WireException {
        return Wire.known(values(), Presence::wire, value, "presence");
    }
}
