package io.pinhole.loadtest.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.pinhole.protocol.json.BadJsonException;
import io.pinhole.protocol.widget.json.WidgetDocument;
import io.pinhole.protocol.widget.json.WidgetJson;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.ParseException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** What came of the errands to the HTTP API. */
record Fetched(Story story, Props props) {

    Optional<Happening> answer(Errand errand) {
        return story.at(errand.bearer().orElse(Part.CMS), Cms.EVENT)
                .filter(answer -> answer.has("errand", errand.word()))
                .findFirst();
    }

    /** Whether each was answered as it should be. */
    boolean isComplete(Evidence evidence) {
        boolean isComplete = true;
        for (Errand errand : Errand.values()) {
            Optional<Happening> answer =
                    evidence.require(answer(errand), "nothing was fetched: " + errand.path(SavingAct.NAME));
            boolean isRight =
                    answer.filter(got -> got.has("status", errand.status())).isPresent();
            answer.ifPresent(got -> evidence.require(
                    isRight, got.text("path") + " was answered with " + got.text("status") + " to " + errand.word()));
            isComplete &= isRight;
        }
        return isComplete;
    }

    byte[] body(Errand errand) throws IOException {
        return Files.readAllBytes(props.fetched(errand));
    }

    /** What the API says of the capture. */
    Happening capture() throws IOException {
        try {
            return new Happening(Part.CMS, 0, "capture", JSONObjectUtils.parse(text(Errand.CAPTURE)));
        } catch (ParseException e) {
            throw new IOException("what the relay tells of a capture is no JSON: " + e.getMessage(), e);
        }
    }

    WidgetDocument widgets() throws IOException {
        try {
            return WidgetJson.read(text(Errand.WIDGETS));
        } catch (BadJsonException e) {
            throw new IOException("the widgets of a capture cannot be read: " + e.getMessage(), e);
        }
    }

    /** Empty if it is none. */
    Optional<BufferedImage> picture() throws IOException {
        return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(body(Errand.FLATTENED))));
    }

    private String text(Errand errand) throws IOException {
        return new String(body(errand), StandardCharsets.UTF_8);
    }
}
