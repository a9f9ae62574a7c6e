package io.pinhole.loadtest.join;

import java.util.Iterator;
import java.util.List;

/** Where the lines of a script come from, portion by portion. */
interface ScriptSource {

    /** The next lines, in any order; empty at the end. May wait for them. */
    List<ScriptLine> next() throws InterruptedException;

    /** Lines that are all known. */
    static ScriptSource of(List<ScriptLine> lines) {
        Iterator<List<ScriptLine>> once = List.of(lines).iterator();
        return () -> once.hasNext() ? once.next() : List.of();
    }
}
