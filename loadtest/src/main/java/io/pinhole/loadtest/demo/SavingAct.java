package io.pinhole.loadtest.demo;

import io.pinhole.loadtest.local.LocalLine;
import java.io.IOException;

/**
 * Both draw; the expert saves what it sees while its line is cut and the operator draws on; when the picture is ready, the
 * CMS fetches all of it.
 */
final class SavingAct implements Act {

    static final String NAME = "First findings";

    /** A widget of every kind that the two draw. */
    static final int DRAWN = 9;

    private static final int BY_OPERATOR = 4;
    private static final int BY_EXPERT = DRAWN - BY_OPERATOR;

    private final Cast cast;

    SavingAct(Cast cast) {
        this.cast = cast;
    }

    @Override
    public Scene scene() {
        return Scene.SAVING;
    }

    @Override
    public void play(Stage stage) throws IOException, InterruptedException {
        String photo = stage.awaitPhoto(Shot.FIRST);
        bothDraw(stage, photo);
        saveWhileAway(stage, photo);
        if (stage.await(story -> captured(story, "ready"))) {
            new Cms(cast, stage).fetch(NAME);
        }
    }

    private void bothDraw(Stage stage, String photo) throws IOException, InterruptedException {
        Props props = cast.props();
        stage.act(
                Part.OPERATOR,
                "follow " + photo,
                "arrow 30000 24000 -6000 -5000",
                "text 24000 25000 is it this one?",
                "highlighter " + props.mark(),
                "ink " + props.hand());
        stage.act(
                Part.EXPERT,
                "open " + photo + " full",
                "ellipse 15000 13000 9000 7000",
                "marker 13000 11000 1",
                "rectangle 8000 23000 9000 5000",
                "stamp 28000 9000 check",
                "redaction " + Redacted.WORDS);
        stage.await(story -> {
            Annotated annotated = new Annotated(story, photo);
            return annotated.stored(Part.OPERATOR).count() >= BY_OPERATOR
                    && annotated.stored(Part.EXPERT).count() >= BY_EXPERT
                    && annotated.isSame(Part.OPERATOR, Part.EXPERT);
        });
    }

    private void saveWhileAway(Stage stage, String photo) throws IOException, InterruptedException {
        LocalLine line = cast.lines().expert();
        stage.note(Part.EXPERT, LineNote.cut());
        line.cut();
        stage.await(story -> story.isGoneAfterCut(Part.EXPERT, Part.OPERATOR));
        stage.act(Part.EXPERT, "save " + NAME);
        stage.await(story -> story.action(Part.EXPERT, "save").isPresent());
        stage.act(Part.OPERATOR, "marker 36000 13000 2");
        stage.await(story -> new Annotated(story, photo).stored(Part.OPERATOR).count() > BY_OPERATOR);
        stage.note(Part.EXPERT, LineNote.mended());
        line.mend();
        stage.await(story -> story.backAfterCut(Part.EXPERT).isPresent());
    }

    private static boolean captured(Story story, String state) {
        return story.has(Part.EXPERT, "capture", capture -> capture.has("name", NAME) && capture.has("state", state));
    }
}
