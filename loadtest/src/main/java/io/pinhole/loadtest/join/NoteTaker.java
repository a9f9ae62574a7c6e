package io.pinhole.loadtest.join;

/** Makes a small change every so often on the photo that is open. On a thread of its own. */
final class NoteTaker implements Runnable {

    private final Sketches sketches;
    private final int everyMillis;
    private final Clock clock;

    NoteTaker(Sketches sketches, int everyMillis, Clock clock) {
        this.sketches = sketches;
        this.everyMillis = everyMillis;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            for (int i = 1; !Thread.currentThread().isInterrupted(); i++) {
                Clock.awaitUntil(clock.at(i * everyMillis / 1000.0));
                int count = i;
                sketches.current().ifPresent(sketch -> sketch.note(count));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the end
        }
    }
}
