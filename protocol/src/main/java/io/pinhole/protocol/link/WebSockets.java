package io.pinhole.protocol.link;

import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;

/** What both ends of a WebSocket connection agree on outside the frames. */
public final class WebSockets {

    /** The protocol's name in the handshake; a slash is not allowed there. */
    public static final String PROTOCOL = "pinhole.1";

    /** Where a relay takes connections, unless something in front of it says otherwise. */
    public static final String PATH = "/call";

    /** The longest message: more than any frame, and far more than any record. */
    public static final int MAX_MESSAGE_BYTES = 32 * 1024;

    private WebSockets() {}

    /** Whoever reads like this leaves violations to {@link WebSocketMessages}. */
    public static WebSocketDecoderConfig decoding(boolean masked) {
        return WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(MAX_MESSAGE_BYTES)
                .allowExtensions(false)
                .expectMaskedFrames(masked)
                .allowMaskMismatch(false)
                .closeOnProtocolViolation(false)
                .withUTF8Validator(false)
                .build();
    }
}
