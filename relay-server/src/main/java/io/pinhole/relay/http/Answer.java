package io.pinhole.relay.http;

import io.netty.handler.codec.http.HttpResponseStatus;

/** What a page says. */
public record Answer(HttpResponseStatus status, String contentType, String body) {

    private static final String PLAIN = "text/plain; charset=utf-8";

    static Answer text(HttpResponseStatus status, String body) {
        return new Answer(status, PLAIN, body + "\n");
    }

    static Answer ok(String body) {
        return text(HttpResponseStatus.OK, body);
    }
}
