package io.pinhole.loadtest.demo;

import java.io.IOException;
import java.util.Optional;

/** The operator draws on a photo that nobody else sees yet, and then shows both. */
final class DraftAct implements Act {

    private static final int FIRST_OPERATIONS = 3;

    private final Props props;

    DraftAct(Props props) {
        this.props = props;
    }

    @Override
    public Scene scene() {
        return Scene.DRAFT;
    }

    @Override
    public void play(Stage stage) throws IOException, InterruptedException {
        stage.act(
                Part.OPERATOR,
                "draft " + props.file(Shot.DRAFT),
                "arrow 20000 30000 12000 -9000",
                "text 10000 32000 this valve?",
                "update last fill=80ffff00");
        stage.await(story -> drawn(story)
                        .map(annotated -> annotated.stored(Part.OPERATOR).count())
                        .orElse(0L)
                >= FIRST_OPERATIONS);
        stage.act(
                Part.OPERATOR,
                "marker 32000 21000 1",
                "stamp 40000 8000 question",
                "delete last",
                "rectangle 30000 18000 8000 8000",
                "publish");
        String photo = stage.awaitPhoto(Shot.DRAFT);
        stage.await(story -> new Annotated(story, photo).last(Part.EXPERT).isPresent() && story.isWhole(Shot.DRAFT));
    }

    private static Optional<Annotated> drawn(Story story) {
        Span scene = story.during(Scene.DRAFT);
        return story.at(Part.OPERATOR, "shared")
                .filter(scene::has)
                .map(shared -> new Annotated(story, shared.text("photo")))
                .findFirst();
    }
}
