package io.pinhole.relay;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been opened so far, so that a start that fails gives it back: the latest first. */
final class Opened {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        return resource;
    }

    /** @param cause of the failure, which takes along what fails now */
    void giveBack(Exception cause) {
        for (AutoCloseable resource : opened) {
            try {
                resource.close();
            } catch (Exception e) {
                cause.addSuppressed(e);
            }
        }
    }
}
