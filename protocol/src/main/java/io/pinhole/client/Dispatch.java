package io.pinhole.client;

import org.jspecify.annotations.Nullable;

/** Says to the relay what is to be said of drawings: once this turn of the loop is over, and at its pace. On the client's loop. */
final class Dispatch {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Annotations.Parts parts;
    private final Followed followed;
    private final Outgoing outgoing;
    private @Nullable DrawingLine line;
    private boolean comes;
    private boolean timerRuns;
    private long pausedUntil;

    Dispatch(Annotations.Parts parts, Followed followed, Outgoing outgoing) {
        this.parts = parts;
        this.followed = followed;
        this.outgoing = outgoing;
        this.pausedUntil = parts.clock().getAsLong();
    }

    void begin(DrawingLine joined) {
        line = joined;
        timerRuns = false;
        soon();
    }

    void lost() {
        line = null;
    }

    @Nullable DrawingLine line() {
        return line;
    }

    /** The relay wants no operations for so long. */
    void pause(int millis) {
        pausedUntil = parts.clock().getAsLong() + millis * NANOS_PER_MILLI;
    }

    void soon() {
        if (!comes) {
            comes = true;
            parts.loop().execute(this::now);
        }
    }

    private void now() {
        comes = false;
        DrawingLine to = line;
        if (to == null) {
            return;
        }
        followed.questions().ifPresent(to::send);
        long now = parts.clock().getAsLong();
        long pauseMillis = (pausedUntil - now + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
        if (pauseMillis <= 0) {
            outgoing.send(followed::place, now, batch -> {
                to.send(batch.frame());
                batch.operations().forEach(this::tellSent);
            });
        }
        againIn(Math.max(pauseMillis, outgoing.waitMillis(now)), to);
    }

    private void tellSent(OwnOperation own) {
        if (!own.isAbandoned()) {
            parts.events().tell(listener -> listener.sent(own.kept()));
        }
    }

    private void againIn(long millis, DrawingLine on) {
        if (millis > 0 && !timerRuns) {
            timerRuns = true;
            on.later(
                    () -> {
                        timerRuns = false;
                        soon();
                    },
                    millis);
        }
    }
}
