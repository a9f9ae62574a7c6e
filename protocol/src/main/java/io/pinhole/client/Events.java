package io.pinhole.client;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the application; its faults are logged and cost the call nothing. */
final class Events {

    private static final Logger LOG = LoggerFactory.getLogger(CallListener.class);

    private final CallListener listener;

    Events(CallListener listener) {
        this.listener = listener;
    }

    void tell(Consumer<CallListener> event) {
        try {
            event.accept(listener);
        } catch (RuntimeException e) {
            LOG.error("the call's listener failed", e);
        }
    }
}
