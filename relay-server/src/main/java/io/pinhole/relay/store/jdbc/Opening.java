package io.pinhole.relay.store.jdbc;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been opened on the way to something larger; closed in reverse unless that succeeded. */
final class Opening implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final Deque<AutoCloseable> kept = new ArrayDeque<>();

    <T extends AutoCloseable> T keep(T resource) {
        kept.push(resource);
        return resource;
    }

    void succeeded() {
        kept.clear();
    }

    @Override
    public void close() {
        for (AutoCloseable resource : kept) {
            try {
                resource.close();
            } catch (Exception e) {
                LOG.warn("cannot close {} after a failed start", resource, e);
            }
        }
    }
}
