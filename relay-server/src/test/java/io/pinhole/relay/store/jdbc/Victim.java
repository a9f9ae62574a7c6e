package io.pinhole.relay.store.jdbc;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.relay.config.DataFolder;
import io.pinhole.relay.store.PhotoStore;
import io.pinhole.relay.store.PhotoStore.BlockKey;
import io.pinhole.relay.store.StoredPhoto;
import io.pinhole.relay.store.StoredRendition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A process that stores block after block, prints the offset that was acknowledged, and waits to be killed. */
final class Victim {

    static final CallId CALL = new CallId("call");
    static final PhotoId PHOTO = PhotoId.parse("00112233445566778899aabbccddeeff");
    static final int BLOCKS = 10_000;

    private Victim() {}

    public static void main(String[] arguments) throws Exception {
        JdbcStore store = JdbcStore.open(new DataFolder(Path.of(arguments[0])), e -> {});
        store.calls().open(CALL, Mode.PHOTO, Instant.now());
        store.photos().add(CALL, photo());
        for (int index = 0; index < BLOCKS; index++) {
            byte[] bytes = block(index);
            store.photos()
                    .writeBlock(new BlockKey(CALL, PHOTO, Rendition.WORKING, index), bytes)
                    .get();
            System.out.println((index + 1L) * bytes.length);
        }
    }

    static byte[] block(int index) {
        byte[] bytes = new byte[PhotoStore.BLOCK_BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + index);
        }
        return bytes;
    }

    private static StoredPhoto photo() {
        StoredRendition working = new StoredRendition(
                Rendition.WORKING, (long) BLOCKS * PhotoStore.BLOCK_BYTES, Optional.empty(), 1, 1, 0, false);
        return new StoredPhoto(
                PHOTO,
                1,
                new PersonId("ada"),
                "Pump",
                Instant.now(),
                Instant.now(),
                true,
                PhotoState.ARRIVING,
                1,
                List.of(working));
    }
}
