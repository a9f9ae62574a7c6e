package io.pinhole.relay.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers GET and HEAD requests by their exact path. */
@Sharable
final class Router extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final Map<String, Supplier<Answer>> pages;

    Router(Map<String, Supplier<Answer>> pages) {
        this.pages = Map.copyOf(pages);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        Responses.send(ctx, request, answer(request));
    }

    private Answer answer(FullHttpRequest request) {
        if (!request.decoderResult().isSuccess()) {
            return Answer.text(HttpResponseStatus.BAD_REQUEST, "this is not a valid request");
        }
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            return Answer.text(HttpResponseStatus.METHOD_NOT_ALLOWED, "only GET and HEAD are answered here");
        }
        Supplier<Answer> page = pages.get(new QueryStringDecoder(request.uri()).rawPath());
        if (page == null) {
            return Answer.text(HttpResponseStatus.NOT_FOUND, "there is no such page");
        }
        try {
            return page.get();
        } catch (RuntimeException e) {
            LOG.error("a page failed", e);
            return Answer.text(HttpResponseStatus.INTERNAL_SERVER_ERROR, "internal error");
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("an HTTP connection ended: {}", cause.toString());
        ctx.close();
    }
}
