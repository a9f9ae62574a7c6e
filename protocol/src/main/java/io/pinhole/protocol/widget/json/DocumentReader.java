package io.pinhole.protocol.widget.json;

import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.json.BadJsonException;
import io.pinhole.protocol.json.JsonInput;
import io.pinhole.protocol.proto.WidgetMessage;
import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.WidgetState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A document, key by key in any order, and then what its parts say of each other. */
final class DocumentReader {

    private static final List<String> NEEDED = List.of("format", "photo", "epoch", "revision", "widgets");

    private final JsonInput in;
    private final Set<String> seen = new HashSet<>();
    private final List<WidgetMessage> widgets = new ArrayList<>();
    private Optional<CaptureId> capture = Optional.empty();
    private PhotoId photo = new PhotoId(0, 0);
    private long epoch;
    private long revision;

    DocumentReader(JsonInput in) {
        this.in = in;
    }

    WidgetDocument read() throws IOException, BadJsonException {
        in.object(this::read);
        for (String key : NEEDED) {
            if (!seen.contains(key)) {
                throw new BadJsonException("", "it has no " + key);
            }
        }
        WidgetState state = state();
        checkOrder(state);
        return new WidgetDocument(capture, photo, epoch, revision, state);
    }

    private void read(String key) throws IOException, BadJsonException {
        seen.add(key);
        switch (key) {
            case "format" -> checkFormat(in.integer());
            case "capture" -> capture = Optional.of(in.text(CaptureId::parse));
            case "photo" -> photo = in.text(PhotoId::parse);
            case "epoch" -> epoch = in.count();
            case "revision" -> revision = in.count();
            case "widgets" -> in.array(() -> widgets.add(WidgetReader.read(in)));
            default -> throw in.bad("there is no such key");
        }
    }

    private void checkFormat(int format) throws BadJsonException {
        if (format != WidgetJson.FORMAT) {
            throw in.bad("format " + format + " is not known, only " + WidgetJson.FORMAT);
        }
    }

    private WidgetState state() throws BadJsonException {
        for (int i = 0; i < widgets.size(); i++) {
            if (widgets.get(i).getRevision() > revision) {
                throw new BadJsonException("/widgets/" + i + "/revision", "it is newer than the document");
            }
        }
        try {
            return WidgetState.fromSnapshot(widgets);
        } catch (RefusedException e) {
            throw new BadJsonException("/widgets", String.valueOf(e.getMessage()));
        }
    }

    private void checkOrder(WidgetState state) throws BadJsonException {
        List<Widget> ordered = state.inDrawingOrder();
        for (int i = 0; i < ordered.size(); i++) {
            WidgetId id = WidgetId.of(widgets.get(i).getWidget().toByteArray());
            if (!ordered.get(i).id().equals(id)) {
                throw new BadJsonException("/widgets/" + i, "it is not in the order of drawing: by z, then by id");
            }
        }
    }
}
