package io.pinhole.relay.api;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.relay.http.Answer;

/** What is said to those who do not get what they asked for. */
final class Errors {

    private static final String PENDING_SECONDS = "2";
    private static final String STORE_SECONDS = "10";

    private Errors() {}

    /** @param challenge what a token is to be like */
    static Answer unauthenticated(RefusedException why, String challenge) {
        return of(HttpResponseStatus.UNAUTHORIZED, why.code().name(), String.valueOf(why.getMessage()))
                .with(HttpHeaderNames.WWW_AUTHENTICATE, challenge);
    }

    static Answer forbidden(RefusedException why) {
        return of(HttpResponseStatus.FORBIDDEN, why.code().name(), String.valueOf(why.getMessage()));
    }

    static Answer badRequest(String message) {
        return of(HttpResponseStatus.BAD_REQUEST, Code.BAD_REQUEST.name(), message);
    }

    /** The same for what is not there, what cannot be there, and what is not for this person. */
    static Answer notFound() {
        return of(HttpResponseStatus.NOT_FOUND, "NOT_FOUND", "there is no such capture");
    }

    static Answer pending() {
        return of(HttpResponseStatus.CONFLICT, "CAPTURE_PENDING", "the photo or its picture is not finished")
                .with(HttpHeaderNames.RETRY_AFTER, PENDING_SECONDS);
    }

    static Answer failed(String reason) {
        return of(HttpResponseStatus.GONE, "CAPTURE_FAILED", reason);
    }

    static Answer storeUnavailable() {
        return of(HttpResponseStatus.SERVICE_UNAVAILABLE, Code.STORE_UNAVAILABLE.name(), "the store cannot be read now")
                .with(HttpHeaderNames.RETRY_AFTER, STORE_SECONDS);
    }

    private static Answer of(HttpResponseStatus status, String code, String message) {
        return Answer.error(status, code, message);
    }
}
