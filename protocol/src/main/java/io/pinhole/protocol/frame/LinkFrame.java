package io.pinhole.protocol.frame;

/** A frame between the two ends of one link; it never leaves the link's handler. */
public sealed interface LinkFrame extends Frame permits Stamp, Feedback, Fragment, StrokeInk {}
