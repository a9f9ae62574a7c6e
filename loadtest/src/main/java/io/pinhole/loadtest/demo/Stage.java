package io.pinhole.loadtest.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The players, and all that has happened at them. */
final class Stage implements AutoCloseable {

    private static final long LOOK_MILLIS = 20;

    private final Consumer<Happening> audience;
    private final Map<Part, Player> players = new EnumMap<>(Part.class);
    private final List<Happening> happenings = new ArrayList<>();

    /** @param audience is told everything, in the order in which it is learnt */
    Stage(Consumer<Happening> audience) {
        this.audience = audience;
    }

    void enter(Player player) {
        players.put(player.part(), player);
    }

    void act(Part part, String... actions) throws IOException {
        player(part).act(List.of(actions));
    }

    /** Waits until it has happened, or for so long. */
    boolean await(long millis, Predicate<Story> happened) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        look();
        boolean hasHappened = happened.test(story());
        while (!hasHappened && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            hasHappened = look() && happened.test(story());
        }
        return hasHappened;
    }

    /** What a player printed last. */
    String lastWords(Part part) throws IOException {
        return player(part).lastWords();
    }

    void awaitExit(Part part) throws IOException, InterruptedException {
        player(part).awaitExit();
        look();
    }

    /** All so far, in the order of time. */
    Story story() {
        return new Story(happenings.stream()
                .sorted(Comparator.comparingLong(Happening::at))
                .toList());
    }

    private Player player(Part part) {
        Player player = players.get(part);
        if (player == null) {
            throw new IllegalStateException("the " + part.word() + " has not entered");
        }
        return player;
    }

    /** Whether there is news. */
    private boolean look() throws IOException {
        int before = happenings.size();
        for (Player player : players.values()) {
            for (Happening news : player.news()) {
                happenings.add(news);
                audience.accept(news);
            }
        }
        return happenings.size() > before;
    }

    @Override
    public void close() {
        players.values().forEach(Player::close);
    }
}
