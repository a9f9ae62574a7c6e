package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.PersonId;

/**
 * Who changes something, and when.
 *
 * @param revision that the change will be, more than any before
 * @param mayModerate whether the person has the right to change what is others'
 */
public record Context(long revision, PersonId person, boolean mayModerate, long timeMillis, Limits limits) {

    /** Of a change that was accepted before and is now done again: nothing of it is refused for rights or limits. */
    public static Context committed(long revision, PersonId person, long timeMillis) {
        return new Context(revision, person, true, timeMillis, Limits.NONE);
    }

    boolean isCommitted() {
        return limits.equals(Limits.NONE);
    }
}
