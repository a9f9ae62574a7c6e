package io.pinhole.relay.store;

import java.util.List;

/**
 * A photo's log from a snapshot on.
 *
 * @param operations that follow the snapshot, without a hole
 */
public record StoredLog(StoredSnapshot snapshot, List<StoredOperation> operations) {

    public StoredLog {
        operations = List.copyOf(operations);
        long expected = snapshot.revision();
        for (StoredOperation operation : operations) {
            if (operation.revision() != ++expected) {
                throw new StoreException(
                        "a log has revision " + operation.revision() + " where " + expected + " is expected");
            }
        }
    }

    /** The newest revision; 0 before the first operation. */
    public long revision() {
        return snapshot.revision() + operations.size();
    }
}
