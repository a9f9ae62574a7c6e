package io.pinhole.relay.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.protocol.widget.Limits;
import io.pinhole.relay.annotation.AnnotationLimits;
import io.pinhole.relay.annotation.AnnotationMeter;
import io.pinhole.relay.annotation.AnnotationShelf;
import io.pinhole.relay.annotation.MemoryOperationStore;
import io.pinhole.relay.annotation.StateCache;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.capture.Captures;
import io.pinhole.relay.fixture.Patience;
import io.pinhole.relay.metrics.Meters;
import io.pinhole.relay.photo.BlockCache;
import io.pinhole.relay.photo.PhotoLimits;
import io.pinhole.relay.photo.PhotoMeter;
import io.pinhole.relay.photo.PhotoShelf;
import io.pinhole.relay.store.CallStore;
import io.pinhole.relay.store.CaptureStore;
import io.pinhole.relay.store.OperationStore;
import io.pinhole.relay.store.PhotoStore;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredCall;
import io.pinhole.relay.store.StoredMember;
import io.pinhole.relay.store.StoredPhoto;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallsTest implements CallStore, PhotoStore, CallContext.Attendance {

    private static final CallId CALL = new CallId("c");
    private static final CaptureStore NO_CAPTURES = (CaptureStore) Proxy.newProxyInstance(
            CallsTest.class.getClassLoader(), new Class<?>[] {CaptureStore.class}, (proxy, method, arguments) -> {
                throw new AssertionError("nobody saves here");
            });

    private final DefaultEventExecutor owner = new DefaultEventExecutor();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final OperationStore operations = new MemoryOperationStore();
    private final Calls calls = new Calls(
            new CallContext(
                    this,
                    new PhotoShelf(
                            this,
                            new BlockCache(this, 1),
                            new PhotoLimits(1, 1, JpegLimits.DEFAULT, Duration.ofHours(1)),
                            InstantSource.system(),
                            () -> {},
                            PhotoMeter.NONE),
                    new AnnotationShelf(
                            operations,
                            new StateCache(operations, 1, AnnotationMeter.NONE),
                            new AnnotationLimits(Limits.DEFAULT, 1, 1),
                            InstantSource.system(),
                            AnnotationMeter.NONE),
                    new Captures(NO_CAPTURES, () -> asked.add("due"), new Meters(new SimpleMeterRegistry()).captures()),
                    Permissions.standard(),
                    new CallLimits(2, Mode.VIDEO, Duration.ofHours(1), Duration.ofHours(1), 50),
                    this,
                    Delivery.FAITHFUL),
            () -> owner);
    private boolean busy;

    @AfterEach
    void stop() {
        owner.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void aCallThatCouldNotBeOpenedIsOpenedTheNextTime() throws Exception {
        busy = true;
        assertThat(calls.open(CALL)).isCompletedExceptionally();
        assertThat(calls.count()).isZero();

        busy = false;
        assertThat(opened().id()).isEqualTo(CALL);
        assertThat(calls.count()).isEqualTo(1);
    }

    @Test
    void aCallIsOpenedOnce() throws Exception {
        assertThat(opened()).isSameAs(opened());
        assertThat(asked).containsExactly("open");
    }

    @Test
    void whoAsksForACallThatIsEndingGetsANewOneBehindItsEnd() throws Exception {
        Call call = opened();
        call.on(() -> {
                    call.end(Close.of(Code.CALL_ENDED, ""));
                    return null;
                })
                .get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);

        assertThat(opened()).isNotSameAs(call);
        assertThat(asked).containsExactly("open", "end", "due", "open");
    }

    private Call opened() throws Exception {
        return calls.open(CALL).get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    // ------------------------------------------------------------------ a store that may be busy

    @Override
    public CompletableFuture<StoredCall> open(CallId call, Mode mode, Instant now) {
        asked.add("open");
        return busy
                ? CompletableFuture.failedFuture(new StoreException("the store is busy"))
                : CompletableFuture.completedFuture(new StoredCall(call, mode, now, 1, List.of(), List.of()));
    }

    @Override
    public CompletableFuture<Void> end(CallId call, Instant now) {
        assertThat(calls.count()).as("still found by those who come").isEqualTo(1);
        return done("end");
    }

    @Override
    public CompletableFuture<Optional<StoredCall>> find(CallId call) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Void> saveMode(CallId call, Mode mode) {
        return done("mode");
    }

    @Override
    public CompletableFuture<Void> saveMember(CallId call, StoredMember member) {
        return done("member");
    }

    @Override
    public CompletableFuture<Void> removeMember(CallId call, PersonId person) {
        return done("remove");
    }

    @Override
    public CompletableFuture<Void> add(CallId call, StoredPhoto photo) {
        return done("add");
    }

    @Override
    public CompletableFuture<Void> update(CallId call, StoredPhoto photo) {
        return done("update");
    }

    @Override
    public CompletableFuture<Void> writeBlock(BlockKey key, byte[] bytes) {
        return done("write");
    }

    @Override
    public CompletableFuture<byte[]> readBlock(BlockKey key) {
        return CompletableFuture.failedFuture(new StoreException("no block"));
    }

    private CompletableFuture<Void> done(String what) {
        asked.add(what);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void participantJoined() {}

    @Override
    public void participantLeft() {}
}
