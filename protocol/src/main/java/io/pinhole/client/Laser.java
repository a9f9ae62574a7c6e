package io.pinhole.client;

import io.pinhole.protocol.frame.Pointer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where one points on a photo; of what waits only the latest counts. On the client's loop. */
final class Laser {

    static final int INTERVAL_MILLIS = 100;

    private final Consumer<Pointer> show;
    private final Rhythm rhythm;
    private @Nullable Pointer waiting;

    /** @param rhythm of an interval of {@link #INTERVAL_MILLIS} */
    Laser(Consumer<Pointer> show, Function<Runnable, Rhythm> rhythm) {
        this.show = show;
        this.rhythm = rhythm.apply(this::show);
    }

    void to(int x, int y) {
        waiting = new Pointer(0, 0, x, y);
        rhythm.wanted();
    }

    private void show() {
        if (waiting != null) {
            show.accept(waiting);
            waiting = null;
        }
    }
}
