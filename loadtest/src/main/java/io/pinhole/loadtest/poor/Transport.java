package io.pinhole.loadtest.poor;

import java.util.Locale;

/** How people reach the relay. */
enum Transport {
    TLS,
    WSS,
    /** One queue, first in, first out, over TLS: what it is compared with. */
    PLAIN;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
