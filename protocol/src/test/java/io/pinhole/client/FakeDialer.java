package io.pinhole.client;

import java.util.List;

/** Lets a test answer for whoever is dialled, and see who was hung up on. */
record FakeDialer(List<Dialer.Attempt> attempts, List<Dialer.Attempt> hungUp) implements Dialer {

    @Override
    public Runnable dial(Attempt attempt) {
        attempts.add(attempt);
        return () -> hungUp.add(attempt);
    }

    @Override
    public Runnable dialAgain(Attempt attempt) {
        return dial(attempt);
    }
}
