package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.Code;

/** Told what becomes of operations and who is sent what, in all calls. Any thread; must not block. */
public interface AnnotationMeter {

    /** Measures nothing. */
    AnnotationMeter NONE = new AnnotationMeter() {
        @Override
        public Runnable arrived() {
            return () -> {};
        }

        @Override
        public void applied() {}

        @Override
        public void refused(Code code, int operations) {}

        @Override
        public void repeated() {}

        @Override
        public void epochChanged() {}

        @Override
        public void snapshot(Cause cause) {}

        @Override
        public void cacheHit() {}

        @Override
        public void cacheMiss() {}

        @Override
        public void cacheEvicted() {}
    };

    /** Why a snapshot is sent. */
    enum Cause {
        /** Somebody has opened the photo, or come back, and it is shorter than what is missing. */
        OPENED,
        /** A link was too slow for its deltas. */
        LAPSED
    }

    /**
     * A batch of operations has come.
     *
     * @return to be run when it is durable; never, if it does not get that far
     */
    Runnable arrived();

    /** An operation has its revision. */
    void applied();

    /** So many operations were refused, for now or for ever. */
    void refused(Code code, int operations);

    /** An operation was known, and was answered as before. */
    void repeated();

    /** A client named another epoch than its photo's log has. */
    void epochChanged();

    void snapshot(Cause cause);

    /** The widgets of a photo were asked for, and at hand. */
    void cacheHit();

    /** They had to be read from the store. */
    void cacheMiss();

    /** They had to give way to others. */
    void cacheEvicted();
}
