package io.pinhole.relay.store;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.relay.auth.Grant;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the contract tests of every engine share: an engine to open again, and things to store. */
public abstract class StoreContract {

    protected static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");
    protected static final CallId CALL = new CallId("call-1");

    private Engine engine;

    @BeforeEach
    void openBefore(@TempDir Path folder) throws Exception {
        engine = open(folder);
    }

    @AfterEach
    void closeAfter() {
        engine.close();
    }

    /** Opens a new store. */
    protected abstract Engine open(Path folder);

    protected final CallStore calls() {
        return engine.calls();
    }

    protected final PhotoStore photos() {
        return engine.photos();
    }

    protected final OperationStore operations() {
        return engine.operations();
    }

    protected final CaptureStore captures() {
        return engine.captures();
    }

    protected final void reopen() {
        engine.reopen();
    }

    protected static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }

    protected final StoredCall opened() throws Exception {
        return get(calls().open(CALL, Mode.VIDEO, NOW));
    }

    protected static StoredMember member(String person, String... secrets) {
        Grant grant = new Grant(
                CALL,
                new PersonId(person),
                "Ada",
                Role.EXPERT,
                ClientKind.DESKTOP,
                Optional.of(Set.of(Right.TALK, Right.ORIGINAL)));
        return new StoredMember(
                grant,
                new LinkedHashSet<>(
                        List.of(secrets).stream().map(StoreContract::hash).toList()));
    }

    protected static StoredPhoto photo(int number, StoredRendition... renditions) {
        return new StoredPhoto(
                PhotoId.random(),
                number,
                new PersonId("ada"),
                "Photo " + number,
                NOW,
                NOW.plusSeconds(1),
                false,
                PhotoState.ARRIVING,
                3,
                List.of(renditions));
    }

    protected static StoredRendition working(long size) {
        return new StoredRendition(Rendition.WORKING, size, Optional.of(hash("working")), 1600, 1200, 0, false);
    }

    protected static Sha256 hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
