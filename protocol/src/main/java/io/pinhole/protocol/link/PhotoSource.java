package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** A cursor into the bytes of one rendition on its way to a peer. Used on the link's own thread only. */
public interface PhotoSource {

    /** The handle that the peer knows it by. */
    int handle();

    /** Of the bytes that come next; asked before each chunk, as it changes with them and with what the peer looks at. */
    Usefulness usefulness();

    /**
     * How many bytes are ready now, 0 if none. One that has to fetch them begins to when it is asked, and wakes the
     * link when they are there.
     */
    int available();

    /**
     * The next bytes, from 1 to {@code max} of them; the caller releases them. Fewer than there are if those behind
     * them are less useful. Null if none are available: {@link Link#wake()} tells the link to ask again.
     */
    @Nullable ByteBuf pull(int max);

    /** Nothing will come any more; the link forgets the source. */
    boolean isExhausted();
}
