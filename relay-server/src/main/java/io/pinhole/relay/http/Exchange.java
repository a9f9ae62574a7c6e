package io.pinhole.relay.http;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a request when its answer is sent.
 *
 * @param keepAlive whether another request may follow
 * @param known the validators of what the client has already
 */
record Exchange(HttpVersion version, boolean headOnly, boolean keepAlive, List<String> known) {

    static Exchange of(FullHttpRequest request) {
        boolean keepAlive = request.decoderResult().isSuccess() && HttpUtil.isKeepAlive(request);
        List<String> known = request.headers().getAll(HttpHeaderNames.IF_NONE_MATCH).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .toList();
        return new Exchange(request.protocolVersion(), request.method().equals(HttpMethod.HEAD), keepAlive, known);
    }

    /** Whether the client has the very thing that this validator stands for. */
    boolean isKnown(@Nullable String etag) {
        return etag != null && (known.contains(etag) || known.contains("*"));
    }
}
