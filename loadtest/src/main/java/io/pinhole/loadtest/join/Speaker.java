package io.pinhole.loadtest.join;

import io.pinhole.client.PinholeClient;

/** Says one frame after the other, each when it is due: a late one is not a reason for the next to be late. */
final class Speaker implements Runnable {

    private static final long NANOS_A_MILLI = 1_000_000;

    private final PinholeClient client;
    private final VoiceSource source;
    private final Clock clock;
    private final Journal journal;

    Speaker(PinholeClient client, VoiceSource source, Clock clock, Journal journal) {
        this.client = client;
        this.source = source;
        this.clock = clock;
        this.journal = journal;
    }

    @Override
    public void run() {
        try {
            int seq = first();
            long millis = (long) seq * source.duration().millis();
            for (; source.has(millis); seq++) {
                long due = clock.zero() + millis * NANOS_A_MILLI;
                VoiceSource.Spoken frame = source.frame(new VoiceSource.Turn(seq, millis, due));
                Clock.awaitUntil(due);
                Event event = Event.of("voice-sent");
                client.speak(frame.opus(), frame.duration(), frame.level());
                journal.note(event.with("seq", seq)
                        .with("bytes", frame.opus().length)
                        .with("millis", frame.duration().millis())
                        .with("due", due));
                millis += frame.duration().millis();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the end
        }
    }

    /** Who comes late begins in the middle. */
    private int first() {
        long period = source.duration().millis() * NANOS_A_MILLI;
        return (int) Math.max(0, (System.nanoTime() - clock.zero() + period - 1) / period);
    }
}
