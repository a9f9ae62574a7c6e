package io.pinhole.loadtest.bench;

import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets all people speak, each frame when it is due. Owned by the generator's loop. */
final class Pacer implements Runnable {

    /** What was missed is made up for in such portions, so that listening goes on. */
    private static final int PORTION = 32;

    private final EventLoop loop;
    private final VoiceLoad load;
    private final List<Person> people;
    private final long begin;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private int frame;
    private int turn;

    /**
     * @param people in the order in which they speak
     * @param begin of the first frame, in nanoseconds of the monotonic clock
     */
    Pacer(EventLoop loop, VoiceLoad load, List<Person> people, long begin) {
        this.loop = loop;
        this.load = load;
        this.people = people;
        this.begin = begin;
    }

    CompletableFuture<Void> start() {
        loop.execute(this);
        return done;
    }

    @Override
    public void run() {
        for (int said = 0; said < PORTION && frame < load.framesEach(); said++) {
            Person next = people.get(turn);
            long due = begin + load.due(next.number(), frame);
            long early = due - System.nanoTime();
            if (early > 0) {
                loop.schedule(this, early, TimeUnit.NANOSECONDS);
                return;
            }
            next.speak(frame, due);
            advance();
        }
        if (frame < load.framesEach()) {
            loop.execute(this);
        } else {
            done.complete(null);
        }
    }

    private void advance() {
        if (++turn == people.size()) {
            turn = 0;
            frame++;
        }
    }
}
