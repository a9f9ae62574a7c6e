package io.pinhole.relay.photo;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells the list of a photo's progress at most once a second, and of everything else at once. */
final class ListPace {

    private static final long MILLIS = 1000;

    private final ScheduledExecutorService owner;
    private final Consumer<Photo> show;
    private final Map<Photo, Future<?>> waiting = new HashMap<>();

    ListPace(ScheduledExecutorService owner, Consumer<Photo> show) {
        this.owner = owner;
        this.show = show;
    }

    void now(Photo photo) {
        Future<?> later = waiting.remove(photo);
        if (later != null) {
            later.cancel(false);
        }
        if (photo.isPublished()) {
            show.accept(photo);
        }
    }

    void later(Photo photo) {
        if (photo.isPublished() && !waiting.containsKey(photo)) {
            waiting.put(photo, owner.schedule(() -> now(photo), MILLIS, TimeUnit.MILLISECONDS));
        }
    }
}
