package io.pinhole.loadtest.demo;

import java.io.IOException;

/** A photo that both look at, and its new title. */
final class FirstShotAct implements Act {

    static final String NEW_TITLE = "The left eye";

    private final Props props;

    FirstShotAct(Props props) {
        this.props = props;
    }

    @Override
    public Scene scene() {
        return Scene.FIRST_SHOT;
    }

    @Override
    public void play(Stage stage) throws IOException, InterruptedException {
        stage.act(Part.OPERATOR, "photo " + props.file(Shot.FIRST));
        String photo = stage.awaitPhoto(Shot.FIRST);
        stage.act(Part.EXPERT, "open " + photo + " full");
        stage.act(Part.OPERATOR, "open " + photo);
        stage.await(story ->
                looksAt(story, Part.OPERATOR, Part.EXPERT, photo) && looksAt(story, Part.EXPERT, Part.OPERATOR, photo));
        stage.await(story -> story.isWhole(Shot.FIRST));
        stage.act(Part.OPERATOR, "rename " + photo + " " + NEW_TITLE);
        stage.await(story -> story.has(Part.EXPERT, "photo", entry -> entry.has("title", NEW_TITLE)));
    }

    private static boolean looksAt(Story story, Part seenBy, Part who, String photo) {
        return story.eyes(seenBy, who).anyMatch(eye -> eye.has("photo", photo));
    }
}
