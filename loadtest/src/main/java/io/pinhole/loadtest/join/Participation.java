package io.pinhole.loadtest.join;

import io.pinhole.client.PinholeClient;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One person in one call, from joining to leaving. */
final class Participation {

    private static final int LAST_WORDS_SECONDS = 4;

    private final Plan plan;
    private final Journal journal;
    private final Album album;
    private final Notes notes;
    private final CompletableFuture<Void> stop = new CompletableFuture<>();

    Participation(Plan plan, Journal journal) {
        this.plan = plan;
        this.journal = journal;
        this.album = new Album(journal, plan.shots(), plan.savePhotos());
        this.notes = new Notes(journal, album, told -> plan.voice().ifPresent(voice -> voice.speakAt(told)));
    }

    /** From any thread: leave now. */
    void stop() {
        stop.complete(null);
    }

    /**
     * Why it is over.
     *
     * @throws NotConnectedException if nobody let it in
     */
    Refusal run() throws NotConnectedException, InterruptedException {
        try (PinholeClient client = PinholeClient.connect(plan.config(), notes)) {
            awaitJoin(client);
            if (client.ended().isDone()) {
                return client.ended().join();
            }
            Clock clock = new Clock(plan.startAt().orElse(System.nanoTime()));
            Sketches sketches = new Sketches(client, journal);
            List<Thread> threads = start(client, sketches, clock);
            awaitEnd(client, clock);
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                thread.join();
            }
            plan.drawn().widgets().ifPresent(file -> write(file, sketches));
            Refusal reason = leave(client);
            journal.note(Event.of("summary")
                    .with("voiceSent", journal.count("voice-sent"))
                    .with("voiceDropped", client.voiceDropped())
                    .with("voiceReceived", journal.count("voice-received"))
                    .with("longestSilenceMillis", notes.longestSilenceMillis())
                    .with("photosShared", journal.count("shared"))
                    .with("photosStored", journal.count("share-stored"))
                    .with("renditionsReceived", journal.count("photo-complete")));
            return reason;
        }
    }

    private void write(Path file, Sketches sketches) {
        try {
            Files.writeString(file, sketches.json() + "\n");
        } catch (IOException e) {
            journal.note(Event.of("failed")
                    .with("action", "widgets")
                    .with("message", file + " cannot be written: " + e.getMessage()));
        }
    }

    private void awaitJoin(PinholeClient client) throws NotConnectedException, InterruptedException {
        try {
            CompletableFuture.anyOf(client.joined(), client.ended(), stop)
                    .get(plan.connectWithinSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new NotConnectedException(
                    plan.config().host() + ":" + plan.config().port() + " did not let us in within "
                            + plan.connectWithinSeconds() + " s: " + notes.lastLoss());
        } catch (ExecutionException e) {
            client.ended().join(); // refused: the reason is told there
        }
    }

    private List<Thread> start(PinholeClient client, Sketches sketches, Clock clock) {
        Actor actor = new Actor(client, album, sketches, journal);
        Script script = new Script(plan.script(), clock, actor, journal);
        Stream<Thread> speaker =
                plan.voice().stream().map(voice -> new Thread(new Speaker(client, voice, clock, journal), "speaker"));
        Stream<Thread> noteTaker = plan.drawn().notes().stream()
                .map(notes -> new Thread(new NoteTaker(sketches, notes, clock, journal), "notes"));
        List<Thread> threads = Stream.of(speaker, noteTaker, Stream.of(new Thread(script, "script")))
                .flatMap(each -> each)
                .toList();
        threads.forEach(thread -> thread.setDaemon(true));
        threads.forEach(Thread::start);
        return threads;
    }

    private void awaitEnd(PinholeClient client, Clock clock) throws InterruptedException {
        CompletableFuture<?> end = CompletableFuture.anyOf(client.ended(), stop);
        try {
            if (plan.seconds().isPresent()) {
                long left = clock.at(plan.seconds().getAsDouble()) - System.nanoTime();
                end.get(Math.max(0, left), TimeUnit.NANOSECONDS);
            } else {
                end.get();
            }
        } catch (TimeoutException e) {
            // its time is over
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refusal leave(PinholeClient client) throws InterruptedException {
        try {
            return client.leave().get(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return Refusal.of(Code.LEFT, "without an answer");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
