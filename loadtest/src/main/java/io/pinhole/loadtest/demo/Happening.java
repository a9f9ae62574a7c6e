package io.pinhole.loadtest.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that happened at a participant.
 *
 * @param at in nanoseconds of the monotonic clock
 * @param name of the event
 * @param fields as the participant wrote them
 */
record Happening(Part part, long at, String name, Map<String, Object> fields) {

    Happening {
        fields = Map.copyOf(fields);
    }

    /** @throws IllegalArgumentException if it is no event */
    static Happening parse(Part part, String line) {
        try {
            Map<String, Object> fields = JSONObjectUtils.parse(line);
            return new Happening(part, JSONObjectUtils.getLong(fields, "t"), String.valueOf(fields.get("ev")), fields);
        } catch (ParseException e) {
            throw new IllegalArgumentException("not an event: " + line, e);
        }
    }

    boolean is(String event) {
        return name.equals(event);
    }

    /** Whether the field has this value, as text. */
    boolean has(String field, Object value) {
        return text(field).equals(value.toString());
    }

    /** Empty if there is no such field. */
    String text(String field) {
        return String.valueOf(fields.getOrDefault(field, ""));
    }

    /** 0 if there is no such field. */
    long number(String field) {
        return fields.get(field) instanceof Number number ? number.longValue() : 0;
    }

    /** For the record of a run. */
    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", part.word());
        json.put("t", at);
        json.put("ev", name);
        fields.forEach(json::putIfAbsent);
        return json;
    }
}
