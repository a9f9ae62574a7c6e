package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** A cursor into the bytes of one rendition on its way to a peer. Used on the link's own thread only. */
public interface PhotoSource {

    /** The handle that the peer knows it by. */
    int handle();

    /** How urgent it is; the smallest goes first, equals take turns. */
    int rank();

    /**
     * The next bytes, from 1 to {@code max} of them; the caller releases them. Null if there are none at the moment:
     * {@link Link#wake()} tells the link to ask again.
     */
    @Nullable ByteBuf pull(int max);

    /** Nothing will come any more; the link forgets the source. */
    boolean isExhausted();
}
