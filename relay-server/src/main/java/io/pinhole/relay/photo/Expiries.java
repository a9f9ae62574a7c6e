package io.pinhole.relay.photo;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** When photos that wait for their uploader are waited for no longer. Owned by the call's thread. */
final class Expiries {

    private final ScheduledExecutorService owner;
    private final Duration patience;
    private final Consumer<Photo> expire;
    private final Map<Photo, ScheduledFuture<?>> timers = new HashMap<>();

    Expiries(ScheduledExecutorService owner, Duration patience, Consumer<Photo> expire) {
        this.owner = owner;
        this.patience = patience;
        this.expire = expire;
    }

    /** From now on this photo is waited for, and no longer than patience lasts. */
    void begin(Photo photo) {
        end(photo);
        timers.put(photo, owner.schedule(() -> expire.accept(photo), patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** The wait is over, one way or another. */
    void end(Photo photo) {
        ScheduledFuture<?> timer = timers.remove(photo);
        if (timer != null) {
            timer.cancel(false);
        }
    }

    /** All waits are over. */
    void endAll() {
        timers.values().forEach(timer -> timer.cancel(false));
        timers.clear();
    }
}
