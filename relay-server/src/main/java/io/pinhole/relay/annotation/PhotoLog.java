package io.pinhole.relay.annotation;

import org.jspecify.annotations.Nullable;

/**
 * Where the log of one photo stands: its durable revision, who follows it, and, while something waits to be durable, the
 * state that this will come to. The durable state is the {@link StateCache}'s. Owned by the call's thread.
 */
final class PhotoLog {

    private final PhotoRef photo;
    private final Followers followers;
    private long revision;
    private int waiting;
    private @Nullable Committed tip;

    PhotoLog(PhotoRef photo, long revision, Followers followers) {
        this.photo = photo;
        this.revision = revision;
        this.followers = followers;
    }

    PhotoRef photo() {
        return photo;
    }

    Followers followers() {
        return followers;
    }

    /** The newest that is durable. */
    long revision() {
        return revision;
    }

    /** What the next operation is applied to; null if it must be loaded first. */
    @Nullable Committed tip() {
        return tip;
    }

    void loaded(Committed state) {
        assert waiting == 0 && state.revision() == revision : "not the newest state";
        tip = state;
    }

    /** Something was decided that comes to this. */
    void decided(Committed next) {
        tip = next;
        waiting++;
    }

    void durable(long newest) {
        revision = newest;
        waiting--;
        if (waiting == 0) {
            tip = null; // from now on it is the cache's
        }
    }

    void rollBack() {
        waiting = 0;
        tip = null;
    }
}
