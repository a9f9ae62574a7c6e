package io.pinhole.client;

import io.pinhole.protocol.frame.PhotoId;

/** Which photos are one's own and on their way to the relay. On the client's loop. */
interface OwnPhotos {

    boolean isBeingShared(PhotoId photo);
}
