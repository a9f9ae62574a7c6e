package io.pinhole.loadtest.demo;

import java.io.IOException;

/** The expert goes first. */
final class LeavingAct implements Act {

    @Override
    public Scene scene() {
        return Scene.LEAVING;
    }

    @Override
    public void play(Stage stage) throws IOException, InterruptedException {
        stage.act(Part.EXPERT, "leave");
        stage.await(story -> story.has(
                Part.OPERATOR,
                "participant",
                other -> other.has("participant", story.handle(Part.EXPERT)) && other.has("presence", "gone")));
        stage.act(Part.OBSERVER, "leave");
        stage.act(Part.OPERATOR, "leave");
        stage.awaitExits();
    }
}
