package io.pinhole.testing;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The leaks that Netty has found in this virtual machine and nobody has asked for yet. */
final class LeakReports {

    private static final int COLLECTIONS = 3;
    private static final long COLLECTION_MILLIS = 2000;
    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

    private LeakReports() {}

    /** Has every detector that is made from now on report here; buffers have theirs once they were first used. */
    static void install() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new ResourceLeakDetectorFactory() {
            @Override
            @SuppressWarnings("deprecation") // the only abstract one
            public <T> ResourceLeakDetector<T> newResourceLeakDetector(
                    Class<T> resource, int samplingInterval, long maxActive) {
                return new Detector<>(resource, samplingInterval);
            }

            @Override
            public <T> ResourceLeakDetector<T> newResourceLeakDetector(Class<T> resource, int samplingInterval) {
                return new Detector<>(resource, samplingInterval);
            }
        });
    }

    /** Collects garbage, so that what was dropped without a release is found, and hands over all that was. */
    static List<String> drain() {
        for (int i = 0; i < COLLECTIONS; i++) {
            collectGarbage();
            ByteBufAllocator.DEFAULT.buffer(1).release(); // a detector looks whenever it tracks something new
        }
        List<String> drained = new ArrayList<>();
        for (String leak = FOUND.poll(); leak != null; leak = FOUND.poll()) {
            drained.add(leak);
        }
        return drained;
    }

    /** Returns when the collector has queued the references to what it found dead. */
    private static void collectGarbage() {
        ReferenceQueue<Object> dead = new ReferenceQueue<>();
        PhantomReference<Object> canary = new PhantomReference<>(new Object(), dead);
        System.gc();
        try {
            dead.remove(COLLECTION_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Reference.reachabilityFence(canary);
    }

    private static final class Detector<T> extends ResourceLeakDetector<T> {

        Detector(Class<T> resource, int samplingInterval) {
            super(resource, samplingInterval);
        }

        @Override
        protected boolean needReport() {
            return true;
        }

        @Override
        protected void reportTracedLeak(String resourceType, String records) {
            FOUND.add(resourceType + " was not released before it was garbage:" + records);
        }

        @Override
        protected void reportUntracedLeak(String resourceType) {
            FOUND.add(resourceType + " was not released before it was garbage");
        }
    }
}
