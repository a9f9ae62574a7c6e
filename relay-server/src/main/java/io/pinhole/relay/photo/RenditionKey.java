package io.pinhole.relay.photo;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.relay.store.PhotoStore.BlockKey;

/** Names one rendition of one photo of one call. */
record RenditionKey(CallId call, PhotoId photo, Rendition rendition) {

    BlockKey block(int index) {
        return new BlockKey(call, photo, rendition, index);
    }
}
