package io.pinhole.relay.annotation;

import io.pinhole.relay.store.StoredOperation;
import java.util.List;

/** Something in its place in a call's order that waits for all before it, and itself, to be durable. */
interface Pending {

    /** What must be stored first. */
    List<StoredOperation> operations();

    void durable();

    /** It was not stored, or something before it was not. */
    void failed();
}
