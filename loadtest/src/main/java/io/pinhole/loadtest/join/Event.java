package io.pinhole.loadtest.join;

import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Something that happened, at the moment when it was made. Filled and then handed over by one thread. */
public final class Event {

    private final String name;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Event(String name) {
        this.name = name;
        fields.put("t", System.nanoTime());
        fields.put("ev", name);
    }

    /** Now. */
    public static Event of(String name) {
        return new Event(name);
    }

    public Event with(String key, long value) {
        fields.put(key, value);
        return this;
    }

    public Event with(String key, boolean value) {
        fields.put(key, value);
        return this;
    }

    public Event with(String key, String value) {
        fields.put(key, value);
        return this;
    }

    public Event with(String key, Enum<?> value) {
        return with(key, value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** A text that is worked out when the event is written, so that it costs the call nothing. */
    Event later(String key, Supplier<String> text) {
        fields.put(key, text);
        return this;
    }

    public Event with(PhotoId photo) {
        return with("photo", photo.toString());
    }

    Event with(PhotoId photo, Rendition rendition) {
        return with(photo).with("rendition", rendition);
    }

    Event with(Refusal refusal) {
        String code = refusal.code().map(Enum::name).orElse(String.valueOf(refusal.number()));
        return with("code", code).with("message", refusal.message());
    }

    /** Why something did not happen. */
    Event with(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof RefusedException refused
                ? with(Refusal.of(refused))
                : with("message", String.valueOf(cause.getMessage()));
    }

    String name() {
        return name;
    }

    /** One object in one line, in the order in which the fields were added. */
    String json() {
        return JsonText.of(json -> {
            json.writeStartObject();
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                json.writeObjectField(field.getKey(), now(field.getValue()));
            }
            json.writeEndObject();
        });
    }

    private static Object now(Object value) {
        return value instanceof Supplier<?> later ? later.get() : value;
    }

    /** For people: without the time. */
    String text() {
        return name + ": "
                + fields.entrySet().stream()
                        .filter(field ->
                                !field.getKey().equals("t") && !field.getKey().equals("ev"))
                        .map(field -> field.getKey() + " " + now(field.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
