package io.pinhole.loadtest.demo;

import io.pinhole.loadtest.local.LocalRelay;
import java.io.IOException;
import java.util.List;

/** The story, scene by scene. What does not happen is waited for in vain, and found missing afterwards. */
final class Director {

    static final String NEW_TITLE = "The left eye";

    private static final long ENTRY_MILLIS = 30_000;
    private static final long PATIENCE_MILLIS = 10_000;
    /** For what one may wait in vain, while the story goes on. */
    private static final long SHORT_MILLIS = 2000;

    private final Stage stage;
    private final Props props;

    Director(Stage stage, Props props) {
        this.stage = stage;
        this.props = props;
    }

    void play(LocalRelay relay) throws IOException, InterruptedException {
        allEnter(relay);
        noPhotoInVideoMode();
        photoMode();
        noPhotoOfOthers();
        firstShot();
        newTitle();
        moreShots();
        expertMoves();
        allLeave();
    }

    private void allEnter(LocalRelay relay) throws IOException, InterruptedException {
        for (Part part : Part.values()) {
            stage.enter(Player.start(part, relay, props));
        }
        for (Part part : Part.values()) {
            if (!stage.await(ENTRY_MILLIS, story -> story.first(part, "joined").isPresent())) {
                throw new IOException("the " + part.word() + " does not join: " + stage.lastWords(part));
            }
        }
        stage.await(
                PATIENCE_MILLIS,
                story -> story.first(Part.OPERATOR, "voice-received").isPresent()
                        && story.first(Part.EXPERT, "voice-received").isPresent());
    }

    private void noPhotoInVideoMode() throws IOException, InterruptedException {
        stage.act(Part.OPERATOR, "photo " + props.stamp());
        stage.await(PATIENCE_MILLIS, story -> isAnswered(story, Part.OPERATOR));
    }

    private void photoMode() throws IOException, InterruptedException {
        stage.act(Part.OPERATOR, "mode photo");
        stage.await(SHORT_MILLIS, story -> story.has(Part.EXPERT, "mode", mode -> mode.has("mode", "photo")));
    }

    private void noPhotoOfOthers() throws IOException, InterruptedException {
        List<Part> others = List.of(Part.DESKTOP, Part.BROWSER, Part.EXPERT);
        for (Part part : others) {
            stage.act(part, "photo " + props.stamp());
        }
        stage.await(PATIENCE_MILLIS, story -> others.stream().allMatch(part -> isAnswered(story, part)));
        stage.act(Part.DESKTOP, "leave");
        stage.act(Part.BROWSER, "leave");
    }

    private static boolean isAnswered(Story story, Part part) {
        return story.first(part, "failed").isPresent()
                || story.first(part, "published").isPresent();
    }

    private void firstShot() throws IOException, InterruptedException {
        stage.act(Part.OPERATOR, "photo " + props.firstShot());
        stage.await(PATIENCE_MILLIS, story -> isListed(story, 1));
        String photo = photo(0);
        stage.act(Part.EXPERT, "open " + photo + " full");
        stage.act(Part.OPERATOR, "open " + photo);
        stage.await(
                SHORT_MILLIS,
                story -> story.eyes(Part.OPERATOR, Part.EXPERT).findAny().isPresent()
                        && story.eyes(Part.EXPERT, Part.OPERATOR).findAny().isPresent());
        stage.await(PATIENCE_MILLIS, story -> isWhole(story, 1));
    }

    private void newTitle() throws IOException, InterruptedException {
        stage.act(Part.OPERATOR, "rename " + photo(0) + " " + NEW_TITLE);
        stage.await(SHORT_MILLIS, story -> story.has(Part.EXPERT, "photo", entry -> entry.has("title", NEW_TITLE)));
    }

    /** While the expert looks at the first in full screen. */
    private void moreShots() throws IOException, InterruptedException {
        stage.act(Part.OPERATOR, "photo " + props.secondShot(), "photo " + props.firstShot());
        stage.await(PATIENCE_MILLIS, story -> isListed(story, 3) && isWhole(story, 3));
        stage.await(SHORT_MILLIS, story -> story.at(Part.EXPERT, "new-shot").count() >= 2);
    }

    private void expertMoves() throws IOException, InterruptedException {
        for (int shot : List.of(1, 0)) {
            stage.act(Part.EXPERT, "close");
            stage.act(Part.EXPERT, "open " + photo(shot) + (shot > 0 ? " full" : ""));
            long before = opened(stage.story(), shot);
            stage.await(SHORT_MILLIS, story -> opened(story, shot) > before);
        }
    }

    private void allLeave() throws IOException, InterruptedException {
        stage.act(Part.EXPERT, "leave");
        stage.await(
                PATIENCE_MILLIS,
                story -> story.has(
                        Part.OPERATOR,
                        "participant",
                        other -> other.has("participant", story.handle(Part.EXPERT)) && other.has("presence", "gone")));
        stage.act(Part.OPERATOR, "leave");
        for (Part part : Part.values()) {
            stage.awaitExit(part);
        }
    }

    private String photo(int shot) throws IOException {
        List<String> shots = stage.story().shots();
        if (shots.size() <= shot) {
            throw new IOException("the operator's photo was not published: " + stage.lastWords(Part.OPERATOR));
        }
        return shots.get(shot);
    }

    private static long opened(Story story, int shot) {
        String photo = story.shots().get(shot);
        return story.at(Part.EXPERT, "opened")
                .filter(opened -> opened.has("photo", photo))
                .count();
    }

    /** Whether the expert knows of so many of the operator's photos. */
    private static boolean isListed(Story story, int shots) {
        return story.shots().size() >= shots
                && story.shots().stream()
                        .allMatch(photo -> story.has(Part.EXPERT, "photo", entry -> entry.has("photo", photo)));
    }

    /** Whether all of them are stored and saved. */
    private static boolean isWhole(Story story, int shots) {
        return story.at(Part.OPERATOR, "share-stored").count() >= shots
                && story.shots().stream().allMatch(photo -> isWhole(story, photo));
    }

    private static boolean isWhole(Story story, String photo) {
        return story.has(Part.EXPERT, "photo", entry -> entry.has("photo", photo) && entry.has("state", "stored"))
                && story.renditions(photo).stream()
                        .allMatch(rendition -> story.has(
                                Part.EXPERT,
                                "saved",
                                saved -> saved.has("photo", photo) && saved.has("rendition", rendition)));
    }
}
