package io.pinhole.loadtest.demo;

import io.pinhole.loadtest.local.LocalLine;
import io.pinhole.loadtest.local.LocalLine.Carried;
import java.io.IOException;
import java.util.Optional;

/** One key shoots, one key opens; both draw while the photo trickles in; then the line gets better. */
final class PoorLineAct implements Act {

    /** Widgets of each of the two while the photo arrives. */
    static final int DRAWN = 2;

    private final LocalLine line;
    private final Props props;

    PoorLineAct(LocalLine line, Props props) {
        this.line = line;
        this.props = props;
    }

    @Override
    public Scene scene() {
        return Scene.POOR_LINE;
    }

    @Override
    public void play(Stage stage) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Carried before = line.carried();
        stage.act(Part.OPERATOR, "key shoot");
        String photo = stage.awaitPhoto(Shot.KEY);
        bothDraw(stage, photo);
        stage.await(story -> firstScan(story, photo).isPresent()
                && new Onlooker(new Annotated(story, photo), Part.EXPERT, Part.OPERATOR).sawAll()
                && new Onlooker(new Annotated(story, photo), Part.OPERATOR, Part.EXPERT).sawAll());
        Carried carried = line.carried().since(before);
        long nanos = System.nanoTime() - began;
        line.become(LineNote.GOOD);
        stage.note(Part.OPERATOR, LineNote.good(carried, nanos));
        stage.await(story -> story.isWhole(Shot.KEY));
        lastEdits(stage, photo);
        stage.act(Part.EXPERT, "key back");
    }

    private void bothDraw(Stage stage, String photo) throws IOException, InterruptedException {
        stage.act(Part.EXPERT, "key open");
        stage.act(Part.OPERATOR, "follow " + photo);
        stage.await(story -> new Annotated(story, photo).last(Part.OPERATOR).isPresent()
                && story.at(Part.EXPERT, "opened", photo).findAny().isPresent());
        stage.act(Part.OPERATOR, "arrow 45000 9000 -9000 6000", "pointer 36000 15000", "ink " + props.hand());
        stage.act(Part.EXPERT, "rectangle 33000 12000 6000 9000", "pointer 35000 20000", "ink " + props.hand());
    }

    private static void lastEdits(Stage stage, String photo) throws IOException, InterruptedException {
        stage.act(Part.OPERATOR, "marker 36000 16000 1");
        stage.act(Part.EXPERT, "update last opacity=200");
        stage.await(story -> {
            Annotated annotated = new Annotated(story, photo);
            return annotated.stored(Part.OPERATOR).count() > DRAWN
                    && annotated.stored(Part.EXPERT).count() > DRAWN
                    && annotated.isSame(Part.OPERATOR, Part.EXPERT);
        });
    }

    /** When the expert has something to look at. */
    static Optional<Happening> firstScan(Story story, String photo) {
        return story.at(Part.EXPERT, "photo-received", photo)
                .filter(piece -> piece.has("rendition", "working") && piece.number("scan") > 0)
                .findFirst();
    }
}
