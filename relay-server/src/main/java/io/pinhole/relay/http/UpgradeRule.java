package io.pinhole.relay.http;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.pinhole.protocol.link.WebSockets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which requests become WebSocket connections. Pure. */
final class UpgradeRule {

    private UpgradeRule() {}

    /** Why a request does not, if it does not. */
    static Optional<Answer> refusal(FullHttpRequest request, Origins origins) {
        HttpHeaders headers = request.headers();
        if (!isUpgrade(request) || !isCurrentVersion(headers)) {
            return Optional.of(upgradeRequired());
        }
        if (!origins.allow(headers)) {
            return refuse(HttpResponseStatus.FORBIDDEN, "pages of this origin may not connect here");
        }
        if (headers.get(HttpHeaderNames.SEC_WEBSOCKET_KEY) == null) {
            return refuse(HttpResponseStatus.BAD_REQUEST, "Sec-WebSocket-Key is missing");
        }
        if (!isOffered(headers.get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL))) {
            return refuse(HttpResponseStatus.BAD_REQUEST, "the subprotocol here is " + WebSockets.PROTOCOL);
        }
        return Optional.empty();
    }

    private static boolean isUpgrade(FullHttpRequest request) {
        return request.method().equals(HttpMethod.GET)
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                && request.headers().containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true);
    }

    private static boolean isCurrentVersion(HttpHeaders headers) {
        return WebSocketVersion.V13.toHttpHeaderValue().equals(headers.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION));
    }

    private static boolean isOffered(@Nullable String protocols) {
        return protocols != null
                && Arrays.stream(protocols.split(",", -1))
                        .anyMatch(name -> name.strip().equals(WebSockets.PROTOCOL));
    }

    private static Answer upgradeRequired() {
        return Answer.text(HttpResponseStatus.UPGRADE_REQUIRED, "only WebSocket, version 13, is spoken here")
                .with(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET.toString())
                .with(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE.toString())
                .with(HttpHeaderNames.SEC_WEBSOCKET_VERSION, WebSocketVersion.V13.toHttpHeaderValue());
    }

    private static Optional<Answer> refuse(HttpResponseStatus status, String sentence) {
        return Optional.of(Answer.text(status, sentence));
    }
}
