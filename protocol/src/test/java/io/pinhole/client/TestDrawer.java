package io.pinhole.client;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Welcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** One person's annotations, on a loop and a clock that a test turns by hand. */
final class TestDrawer {

    final PersonId person;
    final List<String> events = new ArrayList<>();
    final Annotations annotations;
    final Drawing drawing;
    final int handle;

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private final List<ClientFrame> said = new ArrayList<>();
    private long now;

    private record Timer(long due, Runnable task) {}

    TestDrawer(String person, int handle, PhotoId photo, Outbox outbox) {
        this.person = new PersonId(person);
        this.handle = handle;
        annotations = new Annotations(new Annotations.Parts(
                new Events(EventLog.into(events)), tasks::add, () -> now, outbox, shared -> false));
        drawing = annotations.follow(photo);
    }

    TestDrawer join(int photoHandle) {
        Participant self =
                new Participant(handle, person, person.value(), Role.EXPERT, ClientKind.DESKTOP, Presence.HERE);
        annotations.begin(
                new Connection(),
                new Welcome(
                        1,
                        Set.of(Capability.ANNOTATE),
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
        long until = now + millis * 1_000_000;
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

    private final class Connection implements DrawingLine {

        @Override
        public void send(ClientFrame frame) {
            said.add(frame);
        }

        @Override
        public void later(Runnable task, long millis) {
            timers.add(new Timer(now + millis * 1_000_000, task));
        }
    }
}
