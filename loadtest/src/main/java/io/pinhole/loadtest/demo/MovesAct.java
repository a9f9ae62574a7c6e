package io.pinhole.loadtest.demo;

import java.io.IOException;
import java.util.List;

/** The expert goes from photo to list to photo. */
final class MovesAct implements Act {

    @Override
    public Scene scene() {
        return Scene.MOVES;
    }

    @Override
    public void play(Stage stage) throws IOException, InterruptedException {
        for (Shot shot : List.of(Shot.SECOND, Shot.FIRST)) {
            String photo = stage.awaitPhoto(shot);
            long before = opened(stage.story(), photo);
            stage.act(Part.EXPERT, "close");
            stage.act(Part.EXPERT, "open " + photo + (shot == Shot.FIRST ? "" : " full"));
            stage.await(story -> opened(story, photo) > before);
        }
    }

    private static long opened(Story story, String photo) {
        return story.at(Part.EXPERT, "opened", photo).count();
    }
}
