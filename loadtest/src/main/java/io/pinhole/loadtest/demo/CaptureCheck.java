package io.pinhole.loadtest.demo;

import io.pinhole.client.PreparedRendition;
import io.pinhole.loadtest.join.WidgetsHash;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.json.WidgetDocument;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** S12: what is saved is the photo with the widgets that the saver saw, whole, as a picture, and as widgets again. */
final class CaptureCheck implements Check {

    private final Props props;

    CaptureCheck(Props props) {
        this.props = props;
    }

    @Override
    public String behaviour() {
        return "S12";
    }

    /**
     * What was saved, and what is there besides.
     *
     * @param action of saving
     * @param ready when the saver was told that it can be fetched
     * @param seen what the other one saw at the revision that was saved
     * @param newest what the other one saw at last
     */
    private record Save(Happening action, Happening ready, Happening seen, Happening newest) {}

    @Override
    public Finding on(Story story) throws IOException {
        Optional<String> photo = story.photo(Shot.FIRST);
        if (photo.isEmpty()) {
            return Finding.of(List.of("no photo was published"), "", List.of());
        }
        Evidence evidence = new Evidence();
        Optional<Save> save = save(story, photo.get(), evidence);
        Fetched fetched = new Fetched(story, props);
        if (save.isEmpty() || !fetched.isComplete(evidence)) {
            return evidence.finding("");
        }
        requireDescribed(fetched, save.get(), evidence);
        String picture = picture(fetched, evidence);
        PreparedRendition original = Pictures.best(props.file(Shot.FIRST));
        evidence.require(
                ByteBuffer.wrap(fetched.body(Errand.ORIGINAL)).equals(original.view()), "the original is another");
        String widgets = widgets(fetched, save.get(), evidence);
        return evidence.finding(String.format(
                Locale.ROOT,
                "\"%s\", said while the line was cut, keeps revision %s, though the newest was %s when it was sent; ready"
                        + " %s after it was said; by HTTP: the picture, %s; the original, %,d bytes, equal; %s; nothing"
                        + " without a token, no original for an observer",
                SavingAct.NAME,
                save.get().ready.text("revision"),
                save.get().newest.text("revision"),
                Spans.between(save.get().action, save.get().ready),
                picture,
                original.info().size(),
                widgets));
    }

    private static Optional<Save> save(Story story, String photo, Evidence evidence) {
        Optional<Happening> action = evidence.require(story.action(Part.EXPERT, "save "), "nothing was to be saved");
        Optional<Happening> ready = evidence.require(
                story.at(Part.EXPERT, "capture", photo)
                        .filter(capture -> capture.has("name", SavingAct.NAME) && capture.has("state", "ready"))
                        .findFirst(),
                "the expert was not told that its picture is ready");
        Optional<Happening> back =
                evidence.require(story.backAfterCut(Part.EXPERT), "the expert, whose line was cut, did not come back");
        Annotated annotated = new Annotated(story, photo);
        Optional<Happening> seen = evidence.require(
                ready.flatMap(capture -> annotated
                        .shown(Part.OPERATOR)
                        .filter(state -> state.number("pending") == 0)
                        .filter(state -> List.of("epoch", "revision").stream()
                                .allMatch(field -> state.has(field, capture.text(field))))
                        .findFirst()),
                "the operator never saw the revision that was saved");
        Optional<Happening> newest = evidence.require(
                annotated
                        .stored(Part.OPERATOR)
                        .filter(operation -> back.filter(resumed -> operation.at() < resumed.at())
                                .isPresent())
                        .max(Comparator.comparingLong(operation -> operation.number("revision"))),
                "the operator drew nothing while the expert was away");
        if (action.isEmpty() || ready.isEmpty() || seen.isEmpty() || newest.isEmpty()) {
            return Optional.empty();
        }
        evidence.require(
                seen.get().number("revision") < newest.get().number("revision"),
                "nothing was newer than what was saved");
        return Optional.of(new Save(action.get(), ready.get(), seen.get(), newest.get()));
    }

    private static void requireDescribed(Fetched fetched, Save save, Evidence evidence) throws IOException {
        Happening capture = fetched.capture();
        evidence.require(capture.has("id", save.ready.text("capture")), "the API has another capture of that name");
        for (String field : List.of("name", "photo", "epoch", "revision", "state")) {
            evidence.require(
                    capture.has(field, save.ready.text(field)),
                    String.format(
                            Locale.ROOT,
                            "the capture's %s is %s instead of %s",
                            field,
                            capture.text(field),
                            save.ready.text(field)));
        }
        evidence.require(capture.has("savedBy", Part.EXPERT.word()), "somebody else is said to have saved it");
    }

    private static String picture(Fetched fetched, Evidence evidence) throws IOException {
        Happening capture = fetched.capture();
        byte[] jpeg = fetched.body(Errand.FLATTENED);
        String hash = Sha256.of(jpeg).hex();
        Happening answer = fetched.answer(Errand.FLATTENED).orElseThrow();
        evidence.require(
                capture.has("sha256", hash) && answer.has("etag", '"' + hash + '"'), "the picture's hash is another");
        evidence.require(
                capture.has("bytes", jpeg.length) && answer.has("content-length", jpeg.length),
                "the picture's length is another");
        Optional<BufferedImage> picture = fetched.picture();
        evidence.require(picture.isPresent(), "the flattened picture cannot be decoded");
        picture.ifPresent(image -> {
            evidence.require(
                    capture.has("width", image.getWidth()) && capture.has("height", image.getHeight()),
                    "the picture has another size");
            evidence.require(Redacted.isIn(image), "the redaction is not in the picture");
        });
        return String.format(
                Locale.ROOT, "%s x %s and %,d bytes", capture.text("width"), capture.text("height"), jpeg.length);
    }

    private static String widgets(Fetched fetched, Save save, Evidence evidence) throws IOException {
        WidgetDocument document = fetched.widgets();
        long kinds = document.widgets().inDrawingOrder().stream()
                .map(Widget::kind)
                .distinct()
                .count();
        evidence.require(kinds == SavingAct.DRAWN, "only " + kinds + " kinds of widgets were saved");
        evidence.require(
                save.seen.has("hash", WidgetsHash.of(document.photo(), document.widgets()))
                        && save.seen.has("revision", document.revision()),
                "the widgets are not those that the operator saw at revision " + save.seen.text("revision"));
        return String.format(
                Locale.ROOT,
                "%d widgets of %d kinds, equal to what %s saw at that revision",
                document.widgets().size(),
                kinds,
                Part.OPERATOR.title());
    }
}
