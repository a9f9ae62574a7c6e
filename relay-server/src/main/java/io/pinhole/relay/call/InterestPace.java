package io.pinhole.relay.call;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** When to tell uploaders what the others want: soon after that changed, but twice a second at most. On the call's thread. */
final class InterestPace {

    /** Who goes from one photo to another shuts, looks and opens at once; that is one change. */
    static final long SETTLE_MILLIS = 20;

    static final long REST_MILLIS = 500;

    private final ScheduledExecutorService owner;
    private final BooleanSupplier tell;
    private State state = State.QUIET;

    private enum State {
        QUIET,
        /** Something has changed. */
        SETTLING,
        /** Somebody was told just now. */
        RESTING,
        /** Somebody was told just now, and something has changed since. */
        RESTING_CHANGED
    }

    /** @param tell returns whether there was news for anybody */
    InterestPace(ScheduledExecutorService owner, BooleanSupplier tell) {
        this.owner = owner;
        this.tell = tell;
    }

    void changed() {
        if (state == State.QUIET) {
            state = State.SETTLING;
            owner.schedule(this::tell, SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        } else if (state == State.RESTING) {
            state = State.RESTING_CHANGED;
        }
    }

    private void tell() {
        boolean wasNews = tell.getAsBoolean();
        state = wasNews ? State.RESTING : State.QUIET;
        if (wasNews) {
            owner.schedule(this::rested, REST_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void rested() {
        if (state == State.RESTING_CHANGED) {
            tell();
        } else {
            state = State.QUIET;
        }
    }
}
