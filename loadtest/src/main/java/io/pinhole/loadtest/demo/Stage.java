package io.pinhole.loadtest.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The players, and all that has happened at them. */
final class Stage implements AutoCloseable {

    private static final long LOOK_MILLIS = 20;

    private final Consumer<Happening> audience;
    private final Duration patience;
    private final Map<Part, Player> players = new EnumMap<>(Part.class);
    private final Story story = new Story();

    /**
     * @param patience how long to wait for what should happen
     * @param audience is told everything, in the order in which it is learnt
     */
    Stage(Duration patience, Consumer<Happening> audience) {
        this.patience = patience;
        this.audience = audience;
    }

    void begin(Scene scene) {
        story.begin(scene);
    }

    void enter(Player player) {
        players.put(player.part(), player);
    }

    void act(Part part, String... actions) throws IOException {
        player(part).act(List.of(actions));
    }

    /** Something that happens now to a participant who does not know it. */
    void note(Part part, String event, Map<String, Object> fields) {
        add(new Happening(part, System.nanoTime(), event, fields));
    }

    void note(Part part, LineNote note) {
        note(part, LineNote.EVENT, note.fields());
    }

    /** Waits until it has happened, but not for ever. */
    boolean await(Predicate<Story> happened) throws IOException, InterruptedException {
        return await(patience, happened);
    }

    boolean await(Duration atMost, Predicate<Story> happened) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        look();
        boolean hasHappened = happened.test(story);
        while (!hasHappened && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            hasHappened = look() && happened.test(story);
        }
        return hasHappened;
    }

    /** @throws IOException if it does not come */
    String awaitPhoto(Shot shot) throws IOException, InterruptedException {
        await(seen -> seen.isListed(shot));
        Optional<String> photo = story.photo(shot);
        if (photo.isEmpty()) {
            throw new IOException("the operator's photo was not published: " + lastWords(Part.OPERATOR));
        }
        return photo.get();
    }

    /** What a player printed last. */
    String lastWords(Part part) throws IOException {
        return player(part).lastWords();
    }

    void awaitExits() throws IOException, InterruptedException {
        for (Player player : players.values()) {
            player.awaitExit();
        }
        look();
    }

    Story story() {
        return story;
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
        boolean isNews = false;
        for (Player player : players.values()) {
            List<Happening> news = player.news();
            news.forEach(this::add);
            isNews |= !news.isEmpty();
        }
        return isNews;
    }

    private void add(Happening happening) {
        story.add(happening);
        audience.accept(happening);
    }

    @Override
    public void close() {
        players.values().forEach(Player::close);
    }
}
