package io.pinhole.loadtest.demo;

import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.ServerFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operator's photos as a relay tells of them: which came when, and which are on their way. Any thread. */
final class SeenPhotos {

    private final List<PhotoId> order = new ArrayList<>();
    private final Map<Integer, PhotoState> states = new HashMap<>();
    private final Map<Integer, PhotoId> ids = new HashMap<>();

    synchronized void see(ServerFrame frame) {
        if (frame instanceof PhotoEntry entry && entry.author().value().equals("operator")) {
            ids.put(entry.handle(), entry.photo());
            if (states.put(entry.handle(), entry.state()) == null) {
                order.add(entry.photo());
            }
        }
    }

    /** Empty if it is not known. */
    synchronized Optional<PhotoId> photo(int handle) {
        return Optional.ofNullable(ids.get(handle));
    }

    synchronized boolean is(Shot shot, PhotoId photo) {
        return order.indexOf(photo) == shot.number() - 1;
    }

    synchronized boolean isThere(Shot shot) {
        return order.size() >= shot.number();
    }

    synchronized boolean isArriving(int handle) {
        return states.get(handle) == PhotoState.ARRIVING;
    }
}
