package io.pinhole.relay.http;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a request to the answer of its page, or to what is wrong with it. Any thread. */
final class Router {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final Routes routes;

    Router(Routes routes) {
        this.routes = routes;
    }

    /** Never fails. */
    CompletableFuture<Answer> answer(FullHttpRequest request) {
        if (!request.decoderResult().isSuccess()) {
            return now(broken(request.decoderResult().cause()));
        }
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            return now(Answer.error(
                            HttpResponseStatus.METHOD_NOT_ALLOWED,
                            "METHOD_NOT_ALLOWED",
                            "only GET and HEAD are answered here")
                    .with(HttpHeaderNames.ALLOW, "GET, HEAD"));
        }
        Optional<Routes.Match> match = routes.find(new QueryStringDecoder(request.uri()).rawPath());
        return match.isEmpty()
                ? now(Answer.error(HttpResponseStatus.NOT_FOUND, "NOT_FOUND", "there is no such page"))
                : answer(match.get(), request);
    }

    private static CompletableFuture<Answer> answer(Routes.Match match, FullHttpRequest request) {
        Asked asked =
                new Asked(request.uri(), match.parameters(), request.headers().getAll(HttpHeaderNames.AUTHORIZATION));
        try {
            return match.page().answer(asked).exceptionally(Router::failed);
        } catch (RuntimeException e) {
            return now(failed(e));
        }
    }

    private static Answer failed(Throwable cause) {
        LOG.error("a page failed", cause);
        return Answer.error(HttpResponseStatus.INTERNAL_SERVER_ERROR, "INTERNAL", "internal error");
    }

    private static Answer broken(Throwable cause) {
        HttpResponseStatus status = cause instanceof TooLongHttpLineException
                ? HttpResponseStatus.REQUEST_URI_TOO_LONG
                : cause instanceof TooLongHttpHeaderException
                        ? HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
                        : HttpResponseStatus.BAD_REQUEST;
        return Answer.error(status, "BAD_REQUEST", "this is not a valid request");
    }

    private static CompletableFuture<Answer> now(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
