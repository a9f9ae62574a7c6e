package io.pinhole.relay.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.pinhole.protocol.json.JsonText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a page says.
 *
 * @param headers besides those that every answer has; their names in lower case
 */
public record Answer(HttpResponseStatus status, Map<String, String> headers, Body body) {

    public Answer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static Answer of(HttpResponseStatus status, String contentType, Body body) {
        return new Answer(status, Map.of(), body).with(HttpHeaderNames.CONTENT_TYPE, contentType);
    }

    public static Answer ok(String line) {
        return text(HttpResponseStatus.OK, line);
    }

    static Answer text(HttpResponseStatus status, String line) {
        return of(status, "text/plain; charset=utf-8", new Body.Text(line + "\n"));
    }

    public static Answer json(HttpResponseStatus status, String json) {
        return of(status, "application/json", new Body.Text(json + "\n"));
    }

    /** @param code for programs; the message is for people */
    public static Answer error(HttpResponseStatus status, String code, String message) {
        return json(status, JsonText.of(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("error");
            json.writeStringField("code", code);
            json.writeStringField("message", message);
            json.writeEndObject();
            json.writeEndObject();
        }));
    }

    public Answer with(CharSequence header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header.toString(), value);
        return new Answer(status, more, body);
    }
}
