package io.pinhole.relay.capture;

import io.pinhole.relay.store.CaptureStore;
import io.pinhole.relay.store.StoredCapture;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the pictures of captures are drawn: one at a time, on a thread of its own. Which ones, the store says whenever
 * somebody has it look; so nothing is forgotten by a restart.
 */
public final class Studio implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Studio.class);
    private static final int AT_ONCE = 16;
    private static final int RETRY_SECONDS = 5;
    private static final int CLOSE_SECONDS = 5;

    private final CaptureStore store;
    private final PictureMaker maker;
    private final CaptureMeter meter;
    private final Consumer<StoredCapture> changed;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor thread;

    /** @param changed told on the studio's thread when a capture is ready, or has failed */
    public Studio(CaptureStore store, CaptureMeter meter, Consumer<StoredCapture> changed) {
        this.store = store;
        this.maker = new PictureMaker(store);
        this.meter = meter;
        this.changed = changed;
        this.thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread t = new Thread(work, "captures");
            t.setDaemon(true);
            return t;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Something may be due. Any thread. */
    public void look() {
        lookAfter(0);
    }

    private void lookAfter(int seconds) {
        if (!looking.getAndSet(true)) {
            try {
                thread.schedule(this::drawWhatIsDue, seconds, TimeUnit.SECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("closed: what is due is drawn after the next start");
            }
        }
    }

    private void drawWhatIsDue() {
        looking.set(false);
        try {
            List<StoredCapture> due = store.due(AT_ONCE).join();
            for (StoredCapture capture : due) {
                draw(capture);
            }
            if (due.size() == AT_ONCE) {
                look();
            }
        } catch (CompletionException e) {
            LOG.warn("pictures of captures must wait: {}", String.valueOf(e.getCause()));
            lookAfter(RETRY_SECONDS);
        }
    }

    /** @throws CompletionException if the store cannot do its part now */
    private void draw(StoredCapture capture) {
        long begin = System.nanoTime();
        Optional<String> failure = make(capture);
        if (failure.isEmpty()) {
            meter.drawn(System.nanoTime() - begin);
        } else {
            LOG.info("there is no picture of capture {}: {}", capture.id(), failure.get());
            store.fail(capture.id(), failure.get()).join();
            meter.failed();
        }
        store.find(capture.id()).join().ifPresent(changed);
    }

    /** A fault of ours must not be met again at every start. */
    private Optional<String> make(StoredCapture capture) {
        try {
            return maker.make(capture);
        } catch (CompletionException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("the picture of capture {} could not be drawn", capture.id(), e);
            return Optional.of("the picture could not be drawn");
        }
    }

    /** Gives the picture at work a moment; the others are due at the next start. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("a picture is left for the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
