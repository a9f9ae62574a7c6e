package io.pinhole.client;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.Captured;
import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Request;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Save;
import io.pinhole.protocol.frame.Welcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/** One person's annotations, on a loop and a clock that a test turns by hand. */
final class TestDrawer {

    private static final long NANOS_PER_MILLI = 1_000_000;

    final PersonId person;
    final List<String> events = new ArrayList<>();
    final Annotations annotations;
    final Drawing drawing;
    boolean isUnpublished;
    final int handle;

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private final List<ClientFrame> said = new ArrayList<>();
    private final Map<Integer, Outcome> asked = new HashMap<>();
    private long now;
    private int lastRequest;

    private record Timer(long due, Runnable task) {}

    TestDrawer(String person, int handle, PhotoId photo, Outbox outbox) {
        this.person = new PersonId(person);
        this.handle = handle;
        annotations = new Annotations(
                new Annotations.Parts(new Events(EventLog.into(events)), tasks::add, () -> now, outbox, new OnesOwn()));
        drawing = annotations.follow(photo);
    }

    TestDrawer join(int photoHandle) {
        return join(photoHandle, Set.of(Capability.ANNOTATE, Capability.CAPTURE));
    }

    TestDrawer join(int photoHandle, Set<Capability> capabilities) {
        Participant self =
                new Participant(handle, person, person.value(), Role.EXPERT, ClientKind.DESKTOP, Presence.HERE);
        annotations.begin(
                new Connection(),
                new Welcome(
                        1,
                        capabilities,
                        FakeRelay.CALL,
                        self,
                        Set.of(Right.ANNOTATE),
                        "",
                        false,
                        Mode.PHOTO,
                        1000,
                        10_000,
                        0));
        annotations.bind(drawing.photo(), photoHandle);
        return this;
    }

    void lose() {
        said.clear();
        timers.clear();
        asked.clear();
        annotations.lost();
    }

    /** What it has said since. */
    List<ClientFrame> heard() {
        settle();
        List<ClientFrame> heard = List.copyOf(said);
        said.clear();
        return heard;
    }

    void settle() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    <T> T now(CompletableFuture<T> future) {
        settle();
        return future.getNow(null);
    }

    /** Time passes, and with it whatever was due, each at its time. */
    void pass(long millis) {
        long until = now + millis * NANOS_PER_MILLI;
        settle();
        for (Optional<Timer> next = next(until); next.isPresent(); next = next(until)) {
            timers.remove(next.get());
            now = Math.max(now, next.get().due);
            next.get().task.run();
            settle();
        }
        now = until;
    }

    private Optional<Timer> next(long until) {
        return timers.stream().filter(timer -> timer.due <= until).min(Comparator.comparingLong(Timer::due));
    }

    /** The relay answers a save. */
    void answer(Save save, CaptureState state) {
        outcome(save).done();
        tell(new Captured(save.request(), save.capture(), state, Optional.empty()));
    }

    void refuse(Save save, Refusal refusal) {
        outcome(save).refused(refusal);
        settle();
    }

    void tell(Captured captured) {
        annotations.saves().on(captured);
        settle();
    }

    private Outcome outcome(Request request) {
        return Objects.requireNonNull(asked.remove(request.request()));
    }

    private final class Connection implements DrawingLine {

        @Override
        public void send(ClientFrame frame) {
            said.add(frame);
        }

        @Override
        public void request(IntFunction<Request> frame, Outcome outcome) {
            Request request = frame.apply(++lastRequest);
            asked.put(lastRequest, outcome);
            said.add(request);
        }

        @Override
        public void later(Runnable task, long millis) {
            timers.add(new Timer(now + millis * NANOS_PER_MILLI, task));
        }
    }

    private final class OnesOwn implements OwnPhotos {

        @Override
        public boolean isBeingShared(PhotoId photo) {
            return false;
        }

        @Override
        public boolean isUnpublished(PhotoId photo) {
            return isUnpublished;
        }
    }
}
