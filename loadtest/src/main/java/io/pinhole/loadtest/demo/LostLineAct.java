package io.pinhole.loadtest.demo;

import java.io.IOException;

/** The operator's line is cut; meanwhile the expert draws; then the operator is back, and an observer comes. */
final class LostLineAct implements Act {

    private static final int EDITS = 3;

    private final Cast cast;

    LostLineAct(Cast cast) {
        this.cast = cast;
    }

    @Override
    public Scene scene() {
        return Scene.LOST_LINE;
    }

    @Override
    public void play(Stage stage) throws IOException, InterruptedException {
        String photo = stage.awaitPhoto(Shot.KEY);
        stage.enter(cast.enter(Part.OBSERVER));
        stage.note(Part.OPERATOR, LineNote.cut());
        cast.lines().operator().cut();
        stage.await(story -> story.isGoneAfterCut(Part.OPERATOR, Part.EXPERT));
        expertDraws(stage, photo);
        stage.note(Part.OPERATOR, LineNote.mended());
        cast.lines().operator().mend();
        stage.await(story -> story.backAfterCut(Part.OPERATOR).isPresent());
        stage.act(Part.OPERATOR, "open " + photo);
        stage.await(story -> story.first(Part.OBSERVER, "joined").isPresent());
        stage.act(Part.OBSERVER, "open " + photo + " full");
        stage.await(story -> {
            Annotated annotated = new Annotated(story, photo);
            return annotated.isSame(Part.OPERATOR, Part.EXPERT) && annotated.isSame(Part.OBSERVER, Part.EXPERT);
        });
    }

    private static void expertDraws(Stage stage, String photo) throws IOException, InterruptedException {
        stage.act(
                Part.EXPERT,
                "open " + photo,
                "ellipse 30000 30000 9000 6000",
                "update last stroke=ff00c853",
                "text 31000 37000 loosen this one");
        stage.await(story -> {
            Span scene = story.during(Scene.LOST_LINE);
            return new Annotated(story, photo)
                            .stored(Part.EXPERT)
                            .filter(scene::has)
                            .count()
                    >= EDITS;
        });
    }
}
