package io.pinhole.client;

import io.pinhole.protocol.frame.PhotoId;

/** One's own photos that are on their way to the relay. On the client's loop. */
interface OwnPhotos {

    boolean isBeingShared(PhotoId photo);

    /** Whether it is one that nobody else sees yet, as far as is known here. */
    boolean isUnpublished(PhotoId photo);
}
