package io.pinhole.relay.photo;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** An owner's thread that turns only when a test says so, with a clock that only the test moves. */
final class ManualExecutor extends AbstractExecutorService implements ScheduledExecutorService {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Timer<?>> timers = new PriorityQueue<>(Comparator.comparingLong(timer -> timer.at));
    private long now;
    private boolean turning;

    private final class Timer<V> extends FutureTask<V> implements ScheduledFuture<V> {

        private final long at;

        Timer(Callable<V> task, long at) {
            super(task);
            this.at = at;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - now, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(at, ((Timer<?>) other).at);
        }
    }

    /** Whether the caller is one of the owner's tasks. */
    boolean isTurning() {
        return turning;
    }

    /** Runs this on the owner's thread, and whatever else waits. */
    void on(Runnable task) {
        execute(task);
        turn();
    }

    void turn() {
        turning = true;
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        turning = false;
    }

    void pass(Duration time) {
        long until = now + time.toNanos();
        while (!timers.isEmpty() && timers.peek().at <= until) {
            Timer<?> timer = timers.poll();
            now = timer.at;
            if (!timer.isCancelled()) {
                on(timer);
            }
        }
        now = until;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return schedule(
                () -> {
                    task.run();
                    return null;
                },
                delay,
                unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        Timer<V> timer = new Timer<>(task, now + unit.toNanos(delay));
        timers.add(timer);
        return timer;
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long initial, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initial, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
