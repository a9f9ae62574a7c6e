package io.pinhole.relay.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/** Answers as responses, with the headers that go with each. */
final class Responses {

    private Responses() {}

    /** What is to be said instead, if the client has it already. */
    static Answer unlessKnown(Answer answer, Exchange exchange) {
        boolean isKnown = answer.status().equals(HttpResponseStatus.OK)
                && exchange.isKnown(answer.headers().get(HttpHeaderNames.ETAG.toString()));
        return isKnown ? new Answer(HttpResponseStatus.NOT_MODIFIED, answer.headers(), new Body.Text("")) : answer;
    }

    /** The head alone. */
    static HttpResponse head(Answer answer, Exchange exchange) {
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, answer.status());
        addHeaders(response.headers(), answer, exchange);
        return response;
    }

    /** Head and body, or the head alone to one who asked for no more. */
    static FullHttpResponse whole(Answer answer, Body.Text body, Exchange exchange, ByteBufAllocator alloc) {
        ByteBuf content = exchange.headOnly() ? alloc.buffer(0) : ByteBufUtil.writeUtf8(alloc, body.text());
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, answer.status(), content);
        addHeaders(response.headers(), answer, exchange);
        return response;
    }

    private static void addHeaders(HttpHeaders headers, Answer answer, Exchange exchange) {
        HttpUtil.setKeepAlive(headers, exchange.version(), exchange.keepAlive());
        headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE).set("x-content-type-options", "nosniff");
        if (!answer.status().equals(HttpResponseStatus.NOT_MODIFIED)) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length());
        }
        answer.headers().forEach((name, value) -> {
            if (name.contentEquals(HttpHeaderNames.CONNECTION)) {
                headers.add(name, value);
            } else {
                headers.set(name, value);
            }
        });
    }
}
