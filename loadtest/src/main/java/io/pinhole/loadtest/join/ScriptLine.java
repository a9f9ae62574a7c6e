package io.pinhole.loadtest.join;

import java.util.function.Consumer;

/** One action of a script, and when it is due. */
record ScriptLine(double seconds, String text, Consumer<Actor> action) {}
