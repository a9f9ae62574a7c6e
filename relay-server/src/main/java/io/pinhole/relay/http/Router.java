package io.pinhole.relay.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
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
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        FullHttpResponse response =
                response(ctx, answer(request), request.method().equals(HttpMethod.HEAD));
        HttpUtil.setKeepAlive(response, keepAlive);
        ChannelFuture written = ctx.writeAndFlush(response);
        if (!keepAlive) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
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

    private static FullHttpResponse response(ChannelHandlerContext ctx, Answer answer, boolean headOnly) {
        ByteBuf body = ByteBufUtil.writeUtf8(ctx.alloc(), answer.body());
        int length = body.readableBytes();
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, answer.status(), headOnly ? body.clear() : body);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, answer.contentType())
                .set(HttpHeaderNames.CONTENT_LENGTH, length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set("x-content-type-options", "nosniff");
        if (answer.status().equals(HttpResponseStatus.METHOD_NOT_ALLOWED)) {
            response.headers().set(HttpHeaderNames.ALLOW, "GET, HEAD");
        }
        return response;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("an HTTP connection ended: {}", cause.toString());
        ctx.close();
    }
}
