package io.pinhole.loadtest.demo;

import java.io.IOException;
import java.util.List;

/** A photo in video mode, the switch to photo mode, photos of those who may not share. */
final class RulesAct implements Act {

    private static final List<Part> MAY_NOT = List.of(Part.DESKTOP, Part.BROWSER, Part.EXPERT);

    private final Props props;

    RulesAct(Props props) {
        this.props = props;
    }

    @Override
    public Scene scene() {
        return Scene.RULES;
    }

    @Override
    public void play(Stage stage) throws IOException, InterruptedException {
        String attempt = "photo " + props.stamp();
        stage.act(Part.OPERATOR, attempt);
        stage.await(story -> isAnswered(story, Part.OPERATOR));
        stage.act(Part.OPERATOR, "mode photo");
        stage.await(story ->
                ModeCheck.TOLD.stream().allMatch(part -> story.has(part, "mode", mode -> mode.has("mode", "photo"))));
        for (Part part : MAY_NOT) {
            stage.act(part, attempt);
        }
        stage.await(story -> MAY_NOT.stream().allMatch(part -> isAnswered(story, part)));
        stage.act(Part.DESKTOP, "leave");
        stage.act(Part.BROWSER, "leave");
    }

    private static boolean isAnswered(Story story, Part part) {
        return story.first(part, "failed").isPresent()
                || story.first(part, "published").isPresent();
    }
}
