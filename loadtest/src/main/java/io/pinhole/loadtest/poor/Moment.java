package io.pinhole.loadtest.poor;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;

/**
 * Something that happened at a participant, as it wrote it down.
 *
 * @param at in nanoseconds of the monotonic clock
 */
record Moment(long at, String name, Map<String, Object> fields) {

    Moment {
        fields = Map.copyOf(fields);
    }

    /** @throws IllegalArgumentException if it is no event */
    static Moment parse(String line) {
        try {
            Map<String, Object> fields = JSONObjectUtils.parse(line);
            return new Moment(JSONObjectUtils.getLong(fields, "t"), String.valueOf(fields.get("ev")), fields);
        } catch (ParseException e) {
            throw new IllegalArgumentException("not an event: " + line, e);
        }
    }

    boolean has(String field, String value) {
        return value.equals(fields.get(field));
    }

    /** Empty if there is no such field. */
    String text(String field) {
        return String.valueOf(fields.getOrDefault(field, ""));
    }

    /** 0 if there is no such field. */
    long number(String field) {
        return fields.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
