package io.pinhole.loadtest.demo;

import java.io.IOException;

/** Two photos at the same moment, while the expert looks at another in full screen. */
final class MoreShotsAct implements Act {

    @Override
    public Scene scene() {
        return Scene.MORE_SHOTS;
    }

    @Override
    public void play(Stage stage) throws IOException, InterruptedException {
        stage.act(Part.OPERATOR, "key shoot", "key shoot");
        String second = stage.awaitPhoto(Shot.SECOND);
        String third = stage.awaitPhoto(Shot.THIRD);
        stage.await(story -> story.isWhole(Shot.SECOND) && story.isWhole(Shot.THIRD));
        stage.await(story -> story.at(Part.EXPERT, "new-shot", second).findAny().isPresent()
                && story.at(Part.EXPERT, "new-shot", third).findAny().isPresent());
    }
}
