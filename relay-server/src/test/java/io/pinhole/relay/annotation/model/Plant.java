package io.pinhole.relay.annotation.model;

/** A fault that is put between client and relay, to see that it is found. */
enum Plant {
    NONE,
    /** Of two batches that wait for one link, the later comes before the earlier. */
    DELTAS_REORDERED,
    /** When two updates are merged, it is the later that is let go. */
    MERGE_DROPS_NEWEST,
    /** Who comes back is told the newest revision, and not what it is made of. */
    SUFFIX_SKIPPED,
    /** Operations are answered when the store has been asked, and not when it has done it. */
    RESULTS_BEFORE_COMMIT,
    /** A step is taken back whatever others have done since. */
    UNDO_IGNORES_OTHERS,
    /** Nobody is told who is gone. */
    GOING_UNTOLD
}
