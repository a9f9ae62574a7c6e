package io.pinhole.relay.permission;

import io.pinhole.protocol.frame.FrameType;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something that a client asks.
 *
 * @param frame what it asks it by
 * @param before makes what has to be there, by people who may
 * @param ask asks it as ada, and tells what became of it
 * @param seen returns when others have seen what was done
 */
record Deed(FrameType frame, Consumer<Stage> before, Function<Stage, Outcome> ask, Consumer<Stage> seen) {}
