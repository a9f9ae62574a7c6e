package io.pinhole.loadtest.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** All but who is to be late come in; the operator on a poor line. */
final class EntryAct implements Act {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<Part> IN_TIME = List.of(Part.OPERATOR, Part.EXPERT, Part.DESKTOP, Part.BROWSER);

    private final Cast cast;

    EntryAct(Cast cast) {
        this.cast = cast;
    }

    @Override
    public Scene scene() {
        return Scene.ENTRY;
    }

    @Override
    public void play(Stage stage) throws IOException, InterruptedException {
        stage.note(Part.OPERATOR, LineNote.poor());
        for (Part part : IN_TIME) {
            stage.enter(cast.enter(part));
        }
        for (Part part : IN_TIME) {
            if (!stage.await(PATIENCE, story -> story.first(part, "joined").isPresent())) {
                throw new IOException("the " + part.word() + " does not join: " + stage.lastWords(part));
            }
        }
        stage.await(story -> story.first(Part.OPERATOR, "voice-received").isPresent()
                && story.first(Part.EXPERT, "voice-received").isPresent());
    }
}
