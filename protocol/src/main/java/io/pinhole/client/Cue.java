package io.pinhole.client;

/** What may announce itself by a sound, to one whose hands and eyes are elsewhere. */
public enum Cue {
    /** A photo came into the list. */
    NEW_SHOT,
    POINTER,
    /** Somebody draws, or has changed widgets. */
    NOTE
}
