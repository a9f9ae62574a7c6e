package io.pinhole.loadtest.join;

import io.pinhole.client.DrawingSnapshot;
import io.pinhole.client.PinholeClient;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.json.JsonText;
import io.pinhole.protocol.widget.json.WidgetDocument;
import io.pinhole.protocol.widget.json.WidgetJson;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The photos that this participant follows, and the one that it draws on: the last that it opened, shared or followed. */
final class Sketches {

    private final PinholeClient client;
    private final Journal journal;
    private final Map<PhotoId, Sketch> followed = new ConcurrentHashMap<>();
    private volatile @Nullable PhotoId current;

    Sketches(PinholeClient client, Journal journal) {
        this.client = client;
        this.journal = journal;
    }

    void follow(PhotoId photo) {
        followed.computeIfAbsent(photo, id -> new Sketch(client.follow(id), journal));
        current = photo;
    }

    void draw(String action, Consumer<Sketch> change) {
        current()
                .ifPresentOrElse(
                        change,
                        () -> journal.note(
                                Event.of("failed").with("action", action).with("message", "no photo is open")));
    }

    Optional<Sketch> current() {
        PhotoId photo = current;
        return photo == null ? Optional.empty() : Optional.ofNullable(followed.get(photo));
    }

    /** The widgets of all photos that were followed, as JSON: the same for all who know the same. */
    String json() {
        List<DrawingSnapshot> photos = followed.values().stream()
                .map(Sketch::snapshot)
                .sorted(Comparator.comparing(photo -> photo.photo().toString()))
                .toList();
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("photos");
            for (DrawingSnapshot photo : photos) {
                WidgetJson.write(document(photo), json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static WidgetDocument document(DrawingSnapshot photo) {
        return new WidgetDocument(Optional.empty(), photo.photo(), photo.epoch(), photo.revision(), photo.committed());
    }
}
